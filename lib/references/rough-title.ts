import { titleKey } from '@/lib/search/text/title-key';

// Titles as people remember them: without 关于 and 的通知, without the city or who issues, without what
// stands in brackets.

const place = '[\\u4e00-\\u9fff]{2,8}?(?:省|自治区|市|自治州|地区|盟|自治县|县|区|旗)';
/** Who issues, at the head of a title: 示例市人民政府办公室, 示例市教育局. */
const issuer = new RegExp(
  `^(?:${place}){0,2}(?:市|省|县|区)?(?:人民政府办公[室厅]|政府办公[室厅]|人民政府|政府办?|[\\u4e00-\\u9fff]{2,12}?(?:委员会|局|厅|委|办公室))(?=关于|印发|转发|批转|公布|发布)`,
);
const leading = /^(?:关于)?(?:印发|转发|批转|公布|发布)?(?:关于)?/u;
const trailing = /(?:的)?(?:通知)$/u;
const brackets = /[（(〔[【][^（）()〔〕[\]【】]{1,30}[）)〕\]】]/gu;
const placeInFront = new RegExp(`^(?:${place}|本?市|全市)(?!场|政|容|民|委|区)`);
/** 示例市政府 in front of words that do not say 关于. */
const government = new RegExp(`^(?:${place}){0,2}(?:人民)?政府(?:办公[室厅]|办)?(?=.{4})`);
/** Words that people add or leave out without another meaning. */
const fillers = /的|若干|有关|和|与|及|以及|进一步/gu;

/** What of a title is compared, from the most to the least exact. */
export interface RoughForms {
  /** All of it: see titleKey. */
  key: string;
  /** Without issuer, 关于 and 的通知, and without brackets. */
  core: string;
  /** Without the place in front, too. */
  placeless: string;
}

/** Gives the forms of a title in which memories of it can be compared. */
export function titleForms(title: string): RoughForms {
  const key = titleKey(title);
  const plain = titleKey(title.replace(brackets, ''));
  const core = withoutFrame(plain === '' ? key : plain).replace(fillers, '');
  const placeless = core.replace(placeInFront, '').replace(government, '');
  return { key, core, placeless };
}

function withoutFrame(key: string): string {
  const inner = key.replace(issuer, '').replace(leading, '').replace(trailing, '');
  return inner === '' ? key : inner;
}

/** Characters by which two texts differ: inserted, left out, exchanged; `most` + 1 for more. */
export function differences(one: string, other: string, most: number): number {
  const [first, second] = [[...one], [...other]];
  if (Math.abs(first.length - second.length) > most) return most + 1;
  let row = second.map((_, at) => at + 1);
  row.unshift(0);
  for (const [at, character] of first.entries()) {
    const next = [at + 1];
    for (const [column, against] of second.entries())
      next.push(Math.min(next[column]! + 1, row[column + 1]! + 1, row[column]! + (character === against ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row.at(-1)!;
}

const shortestCore = 6;
const sorted = (words: string): string => [...words].sort().join('');

/**
 * Measures how far a remembered title is from a held one.
 * @returns 0 for the same, 1 without frame, 2 without the place, 3 with one wrong character; null
 * for another title
 */
export function titleDistance(typed: RoughForms, held: RoughForms): 0 | 1 | 2 | 3 | null {
  if (typed.key === held.key) return 0;
  if (typed.core === held.core && typed.core.length >= 4) return 1;
  if (typed.placeless === held.placeless && typed.placeless.length >= 4) return 2;
  const { placeless } = typed;
  if (placeless.length < shortestCore) return null;
  // 提升三年行动方案 for 三年提升行动方案: words in another order.
  if (sorted(placeless) === sorted(held.placeless)) return 3;
  return differences(placeless, held.placeless, 1) <= 1 ? 3 : null;
}
