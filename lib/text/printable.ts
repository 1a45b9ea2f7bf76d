/** Controls of a terminal, what ends a line, and what turns the direction of reading. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

/** Writes characters that a terminal would obey instead of print by their numbers: `\u{1b}`. */
export const printable = (text: string): string =>
  text.replace(controls, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
