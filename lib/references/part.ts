import { fold } from '@/lib/gazette';

const numeral = '[零〇一二两三四五六七八九十百千\\d]{1,6}';
/** 第十二条之一, 第(二)项, 附件2, 表3, 专栏1, 二、, (三), 1. */
const named = `第? ?(?:${numeral}|\\( ?${numeral} ?\\)) ?(?:编|章|节|条|款|项|目|部分|点)(?: ?之 ?[一二三四五六七八九十])?`;
const drawn = `附件 ?(?:${numeral})?(?!为|是|如下)|附?表 ?\\d{1,2}|专栏 ?\\d{1,2}`;
const bare = `[一二三四五六七八九十]{1,3} ?[、.]|[一二三四五六七八九十]{1,3}(?= ?\\()|\\( ?${numeral} ?\\)|\\d{1,3} ?[.、]`;
const between = '[ ,;:、的中里之]{0,3}';
const first = `(?:${named}|${drawn}|${bare})`;
const part = `(${first}(?:${between}(?:${named}|${drawn}|${bare}|\\d{1,3}(?=$| ))){0,7})`;

const behindReference = new RegExp(`^(?: ?文件?)?[ ,;:》)”"』」]{0,4}(?:中的?|里的?|的|之)? ?${part}`);
// At the end of a text a marker alone (一、) would be any list; a part has its own word there.
const atEnd = new RegExp(
  `(?:中的?|里的?|的|之)?[ ,;:]{0,2}((?:${named}|${drawn})(?:${between}(?:${named}|${drawn}|${bare})){0,7})[。.,;!?]{0,3}$`,
);

/** A part that is named, as `readLocatorPath` takes it, and its length. */
export interface NamedPart {
  locator: string;
  length: number;
}

const printed = (words: string): string =>
  fold(words)
    .replace(/[ ,;:的中里之](?!一|二|三|四|五|六|七|八|九|十)/g, '')
    .replace(/[ ,;:]/g, '');

/**
 * Reads the part that is named behind a reference: 第十二条第二款, 附件2, 二（一）, the 第三条.
 * @param behind folded
 * @returns null where none is named
 */
export function readPartBehind(behind: string): NamedPart | null {
  const match = behindReference.exec(behind.slice(0, 80));
  return match ? { locator: printed(match[1]!), length: match[0].length } : null;
}

/**
 * Reads a text that names a part and nothing else: 第十二条, 附件2.
 * @returns the part as `readLocatorPath` takes it; null for other words
 */
export function readPartAlone(text: string): string | null {
  const folded = fold(text).trim();
  const part = readPartBehind(folded);
  return part && part.length === folded.length && /[\u4e00-\u9fff]/.test(folded) ? part.locator : null;
}

/**
 * Reads the part that a text ends with: 社区食堂管理办法第十二条.
 * @param text folded
 */
export function readPartAtEnd(text: string): NamedPart | null {
  const tail = text.slice(-80);
  const match = atEnd.exec(tail);
  return match ? { locator: printed(match[1]!), length: tail.length - match.index } : null;
}
