// Letters and digits of any script, with their marks; everything else ends a run.
const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Takes normalised text; gives the set of its pairs of neighbouring letters or digits, each as one signed 32-bit number
 * (`(cp1 & 65535) << 16 | (cp2 & 65535)`), ascending. No pair crosses punctuation or a blank. Two pairs of characters outside the basic plane may
 * share a number: a set that contains another is a candidate, never yet a hit.
 */
export function listBigrams(text: string): number[] {
  const codes = new Set<number>();
  for (const run of text.match(RUN) ?? []) {
    let before = -1;
    for (const character of run) {
      const point = character.codePointAt(0) ?? 0;
      if (before >= 0) codes.add(((before & 65535) << 16) | (point & 65535));
      before = point;
    }
  }
  return [...codes].sort((one, other) => one - other);
}
