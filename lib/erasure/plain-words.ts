/** A text without layout, and where each of its characters comes from. */
export interface PlainWords {
  /** Without white space, of one width: １３８ is 138. */
  words: string;
  /** Of each character of `words`, where it stands in the text. */
  at: number[];
}

/**
 * Takes the layout out of a text.
 *
 * So the same words are equal however they are printed.
 */
export function plainWords(text: string): PlainWords {
  const pieces: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = /\s/u.test(character) ? '' : character.normalize('NFKC').replace(/\s/gu, '');
    if (plain !== '') pieces.push(plain);
    for (let unit = 0; unit < plain.length; unit++) at.push(offset);
    offset += character.length;
  }
  return { words: pieces.join(''), at };
}
