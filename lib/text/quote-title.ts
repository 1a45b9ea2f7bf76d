import { typesetText } from './typography';

/**
 * Puts a title into 《》, whether or not it stands in them already.
 * Titles inside it get 〈〉, and 《》 again inside these.
 */
export function quoteTitle(title: string): string {
  let depth = 0;
  const words = compact(title).replace(/[《〈》〉]/gu, (bracket) => {
    if (bracket === '《' || bracket === '〈') return depth++ % 2 === 0 ? '〈' : '《';
    depth = Math.max(0, depth - 1);
    return depth % 2 === 0 ? '〉' : '》';
  });
  return `《${isQuoted(words) ? words.slice(1, -1).replace(/[《》〈〉]/gu, (bracket) => otherBracket[bracket]!) : words}》`;
}

const otherBracket: Readonly<Record<string, string>> = { '《': '〈', '》': '〉', '〈': '《', '〉': '》' };

/** The first bracket of the title is closed by its last character: 〈甲办法〉, and not 〈甲〉和〈乙〉. */
function isQuoted(words: string): boolean {
  let depth = 0;
  if (!words.startsWith('〈') || !words.endsWith('〉')) return false;
  return [...words].every((character, at, all) => {
    if (character === '〈' || character === '《') depth++;
    if (character === '〉' || character === '》') depth--;
    return depth > 0 || at === all.length - 1;
  });
}

/** As it is shown, without the blanks of layout beside Han characters and marks. */
export const compact = (words: string): string =>
  typesetText(words.trim()).replace(/\s+(?![A-Za-z])|(?<![A-Za-z])\s+/gu, '');
