import { simplify } from '@/lib/search/text/traditional';
import { listCorrections } from './corrections';
import { keptInNames, listNames } from './person-names';

/** Converts simplified Chinese to traditional characters, one for one; other text stays. */
export type Convert = (text: string) => string;

let loaded: Promise<Convert> | undefined;

/**
 * Gives the converter, which is made at the first call. Its dictionaries cost about 20 MB and a
 * third of a second. Characters are those of Taiwan's standard (爲 is 為, 裏 is 裡), which fonts for
 * zh-Hant have; the words stay those of the source. The search folds every one of them back: a word
 * copied from the page is found.
 */
export const loadConverter = (): Promise<Convert> => (loaded ??= makeConverter());

async function makeConverter(): Promise<Convert> {
  const [{ ConverterFactory }, { configs }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/preset/cn2t'),
  ]);
  // `Converter({ from: 'cn', to: 'tw' })` finds the words a second time, in a second copy of the
  // dictionary, and gives the same.
  return onlyWhatIsFound(ConverterFactory(...configs.s2tw!.conversionChain));
}

/**
 * Where the library takes another word's character by a phrase (坐标 as 座標), the character is
 * converted alone (坐標); where the search does not find that either, it stays.
 */
function onlyWhatIsFound(convert: Convert): Convert {
  const alone = new Map<string, string>();
  const convertAlone = (character: string): string => {
    let converted = alone.get(character);
    if (converted === undefined) {
      converted = convert(character);
      if (simplify(converted) !== simplify(character)) converted = character;
      alone.set(character, converted);
    }
    return converted;
  };
  return (text) => {
    const converted = [...convert(text)];
    for (const [at, character] of [...text].entries())
      if (character !== converted[at] && simplify(character) !== simplify(converted[at]!))
        converted[at] = convertAlone(character);
    applyWhatIsKnown(text, converted, convertAlone);
    return converted.join('');
  };
}

/** Sets right what no dictionary knows: words across borders of others, and names of persons. */
function applyWhatIsKnown(text: string, converted: string[], convertAlone: Convert): void {
  const corrections = listCorrections(text);
  const names = listNames(text);
  if (corrections.length === 0 && names.length === 0) return;
  const placeOf = placesOf(text);
  for (const { at, characters } of corrections)
    for (const [offset, character] of [...characters].entries()) converted[placeOf(at) + offset] = character;
  for (const { start, end } of names)
    for (const [offset, character] of [...text.slice(start, end)].entries())
      converted[placeOf(start) + offset] = keptInNames.has(character) ? character : convertAlone(character);
}

/** Gives the index of the character at a UTF-16 offset. */
function placesOf(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const places = new Map<number, number>();
  let offset = 0;
  for (const [at, character] of [...text].entries()) {
    places.set(offset, at);
    offset += character.length;
  }
  return (each) => places.get(each) ?? 0;
}

/**
 * Converts pieces of one text as if they were joined. A character alone may mean another one (發,
 * 髮), and a mark may split `发展` into two pieces.
 */
export function convertTogether(pieces: readonly string[], convert: Convert): string[] {
  if (pieces.length < 2) return pieces.map(convert);
  const characters = [...convert(pieces.join(''))];
  let end = 0;
  return pieces.map((piece) => characters.slice(end, (end += [...piece].length)).join(''));
}
