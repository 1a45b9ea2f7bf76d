/**
 * Characters of two bytes in GB18030, by what they decode to: Node has a decoder and no encoder.
 */
const pairs = new Map<string, [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    const character = decoder.decode(Uint8Array.of(first, second));
    if (character.length === 1 && !pairs.has(character)) pairs.set(character, [first, second]);
  }
}

/** Takes a text of ASCII and common Chinese characters; gives its bytes in GB18030. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const bytes = pairs.get(character);
      if (!bytes) throw new Error(`${character} has no two bytes in GB18030`);
      return bytes;
    }),
  );
}
