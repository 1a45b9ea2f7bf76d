/**
 * Text without blanks, full-width forms as half-width ones: what two writings have in common when
 * only typesetting parts them.
 */
export const keyForm = (text: string): string =>
  text.replace(/\s+/gu, '').replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
