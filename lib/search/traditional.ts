import TSCharacters from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters and their simplified ones, from the tables of Open Chinese Convert: one character for one, never
 * phrase by phrase, because a stretch of a text must fold to the stretch of the folded text. So 乾坤 becomes 干坤 on both sides
 * and is found in either spelling. Pairs outside the basic plane are left out: they would lose their bigrams.
 */
const simplified = new Map<string, string>();
for (const entry of TSCharacters.split('|')) {
  const [from, to] = entry.split(' ');
  if (from?.length === 1 && to?.length === 1) simplified.set(from, to);
}

/** Takes one character; gives the simplified one, or itself. What it gives is its own simplified form. */
export function simplify(character: string): string {
  const next = simplified.get(character);
  return next === undefined || next === character ? character : simplify(next);
}

/** 示政辦發 → 示政办发, character by character. */
export function simplifyAll(text: string): string {
  return [...text].map(simplify).join('');
}
