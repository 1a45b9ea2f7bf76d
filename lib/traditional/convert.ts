/** Takes simplified Chinese, perhaps between other things; gives it in traditional characters, one character for one. */
export type Convert = (text: string) => string;

let loaded: Promise<Convert> | undefined;

/**
 * Gives the converter, made once a process when it is first asked for: its dictionaries cost about 20 MB and a third of a second. Characters are those of
 * Taiwan's standard (爲 is 為, 裏 is 裡), which fonts for zh-Hant draw and the search folds back; the words stay those of the source.
 */
export const loadConverter = (): Promise<Convert> => (loaded ??= makeConverter());

async function makeConverter(): Promise<Convert> {
  const [{ ConverterFactory }, { configs }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/preset/cn2t'),
  ]);
  // `Converter({ from: 'cn', to: 'tw' })` finds the words a second time, in a second copy of the dictionary, and gives the same.
  return ConverterFactory(...configs.s2tw!.conversionChain);
}

/**
 * Takes pieces of one text, such as `发` and `展` on both sides of a mark, and a converter; gives the pieces converted as if they stood together: a character
 * alone may mean another one (發, 髮).
 */
export function convertTogether(pieces: readonly string[], convert: Convert): string[] {
  if (pieces.length < 2) return pieces.map(convert);
  const characters = [...convert(pieces.join(''))];
  let end = 0;
  return pieces.map((piece) => characters.slice(end, (end += [...piece].length)).join(''));
}
