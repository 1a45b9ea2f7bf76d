import { sha256 } from '@noble/hashes/sha2.js';

/** Characters of a key of words; 80 bits. */
const KEY_LENGTH = 16;
/** Characters of it that a shared link carries: 30 bits for the few wordings of one address. */
export const SHARED_KEY_LENGTH = 6;

// Crockford's: no letter is read for a digit, and no word comes out.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes a short name of words: the same words always have the same one, other words another one.
 * @param words without layout, as `listPassages` gives them
 * @returns sixteen digits and letters
 */
export function wordsKey(words: string): string {
  const bytes = sha256(new TextEncoder().encode(words));
  let key = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5 && key.length < KEY_LENGTH; bits -= 5) key += ALPHABET.charAt((held >> (bits - 5)) & 31);
    held &= 31;
    if (key.length === KEY_LENGTH) break;
  }
  return key;
}

/** Tests whether a text can be the part of a key that a link carries. */
export const isSharedKey = (text: string): boolean =>
  text.length === SHARED_KEY_LENGTH && [...text].every((character) => ALPHABET.includes(character));
