import { readNumber } from '@/lib/gazette';

/** Finds the section of a held document that words behind a reference name. */

/** The way to a section: the attachment that it stands in (附件 alone is the first), and its address below its part; empty for the attachment itself. */
export interface Place {
  attachment: number | null;
  path: string;
}

const numeral = '[零〇一二两三四五六七八九十百千\\d]{1,6}';
const letters: Readonly<Record<string, string>> = { 编: 'b', 部分: '', 章: 'z', 节: 'j', 条: 't' };
const unit = new RegExp(`^第(${numeral})(编|部分|章|节|条)(?:之([一二三四五六七八九十]))?`);
const item = new RegExp(`^(?:第\\((${numeral})\\)项|第(${numeral})[项目]|\\((${numeral})\\)(?:项|、)?)`);
const paragraph = new RegExp(`^第${numeral}款`);
const step = new RegExp(`^(?:([一二三四五六七八九十百]{1,4})、|\\((${numeral})\\)|(\\d{1,3})[.、]?)`);
const figure = /^(专栏|附?表)(\d{1,2})/;

/**
 * Takes a locator, folded and without blanks (第十二条第二款, 附件1表2, 二、(三)1.); gives the way to the section. Of several parts
 * (第七条、第八条) the first. A 款 has no number in print: it ends the way. Null for words that name no section.
 */
export function readPlace(locator: string): Place | null {
  let rest = locator;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  const attached = take(new RegExp(`^附件(${numeral})?`));
  const attachment = attached ? (attached[1] === undefined ? 1 : readNumber(attached[1])) : null;
  const path: string[] = [];
  const add = (letter: string, number: string | undefined): void => {
    const value = readNumber(number ?? '');
    if (value !== null) path.push(letter + String(value));
  };
  const drawn = take(figure);
  if (drawn) path.push((drawn[1] === '专栏' ? 'zhuanlan' : 'biao') + drawn[2]!);
  for (let match = take(unit); match; match = take(unit)) {
    // Articles count through all chapters: their addresses begin anew.
    if (match[2] === '条') path.length = 0;
    add(letters[match[2]!]!, match[1]);
    if (match[3]) path.push(`${path.pop() ?? ''}zhi${readNumber(match[3]) ?? 0}`);
  }
  if (!drawn && path.length === 0)
    for (let match = take(step); match; match = take(step)) add('', match[1] ?? match[2] ?? match[3]);
  else if (!paragraph.test(rest))
    for (let match = take(item); match; match = take(item)) add('', match[1] ?? match[2] ?? match[3]);
  return attached || path.length > 0 ? { attachment, path: path.join('.') } : null;
}

/** `a2-t12`, `f1`, `2.3`: the part that an address stands in, and the way below it. */
const addressParts = /^(?:(n|a\d*|f\d+)(?:-|$))?(.*)$/;

/** Takes a place and the addresses of a document; gives the address that it means, that of the main text before that of an attachment. Null for none. */
export function findPlace({ attachment, path }: Place, addresses: readonly string[]): string | null {
  const fitting = addresses.filter((address) => {
    const [, part = '', way] = addressParts.exec(address)!;
    if (attachment !== null && part !== `f${attachment}`) return false;
    // 第三章 of a text with 编 is b1.z3; 第二部分 may be printed as a 编.
    return (
      way === path || (/^[zj]/.test(path) && way!.endsWith(`.${path}`)) || (/^\d+$/.test(path) && way === `b${path}`)
    );
  });
  return fitting.find((address) => !address.startsWith('f')) ?? fitting[0] ?? null;
}
