/** Syllables of pinyin without tones, ü as v: an initial, and the finals that stand behind it. */
const SYLLABLE =
  '(?:[bpm](?:iao|ian|ang|eng|ing|ai|ei|ao|an|en|in|ie|iu|ou|a|o|i|u)|f(?:ang|eng|ei|ou|an|en|a|o|u)|' +
  '[dt](?:iao|ian|ang|eng|ing|ong|uan|ai|ei|ao|ou|an|en|ie|iu|ui|uo|un|ia|a|e|i|u)|' +
  '[nl](?:iang|uan|iao|ian|ang|eng|ing|ong|ai|ei|ao|ou|an|en|ie|iu|in|uo|un|ue|ve|ia|a|e|i|u|v|o)|' +
  '(?:zh|ch|sh|[gkh])(?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)|' +
  '[jqx](?:iang|iong|iao|ian|uan|ing|ia|ie|iu|in|ue|un|i|u)|' +
  '[rzcs](?:ang|eng|ong|uan|ai|ei|ao|ou|an|en|uo|ui|un|a|e|i|u)|' +
  'y(?:ang|ing|ong|uan|ao|ou|an|in|ue|un|a|e|i|o|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)|' +
  'ang|eng|ai|ei|ao|ou|an|en|er|a|e|o)';
const HEAD = new RegExp(`^${SYLLABLE}`);

/** Ways of cutting that are tried: xian is one syllable or two. */
const WAYS = 4;
const SHORTEST = 2;
const LONGEST = 16;

/**
 * Cuts typed pinyin into its syllables: tushuguan → tu, shu, guan.
 * @param typed letters, perhaps with blanks or apostrophes
 * @returns ways to cut it, those of the fewest syllables first; none for other words
 */
export function cutPinyin(typed: string): string[][] {
  const pieces = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/[\s'’-]+/u);
  if (!pieces.every((piece) => /^[a-z]+$/.test(piece))) return [];
  let ways: string[][] = [[]];
  for (const piece of pieces) {
    const cut = cutRun(piece);
    ways = ways.flatMap((way) => cut.map((syllables) => [...way, ...syllables])).slice(0, WAYS);
  }
  return ways
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .sort((one, other) => one.length - other.length);
}

/** Letters of a syllable that is not finished: zhua of zhuang. */
const UNFINISHED = 5;

/**
 * Cuts pinyin that is still being typed: the syllable that is not finished is left out.
 *
 * tushug → tu, shu
 */
export function cutTypedPinyin(typed: string): string[][] {
  const text = typed.trim();
  for (let left = 0; left < UNFINISHED; left++) {
    const ways = cutPinyin(text.slice(0, text.length - left));
    if (ways.length > 0) return ways;
  }
  return [];
}

/** Cuts one run of letters: at each place the longest syllable first. */
function cutRun(letters: string): string[][] {
  const known = new Map<number, string[][]>([[letters.length, [[]]]]);
  const from = (at: number): string[][] => {
    const before = known.get(at);
    if (before) return before;
    const longest = HEAD.exec(letters.slice(at))?.[0].length ?? 0;
    const ways: string[][] = [];
    for (let length = longest; length > 0 && ways.length < WAYS; length--) {
      const syllable = letters.slice(at, at + length);
      if (HEAD.exec(syllable)?.[0] === syllable) for (const rest of from(at + length)) ways.push([syllable, ...rest]);
    }
    known.set(at, ways.slice(0, WAYS));
    return ways.slice(0, WAYS);
  };
  return from(0);
}
