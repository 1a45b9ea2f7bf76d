import type { AmountFact } from './facts';
import { readLead } from './lead';
import { AMOUNT, BEHIND, EXCEPT, PER, setsNothing, UNIT, unitWith, figureValue } from './money';
import { listSentences } from './sentences';

const SUBJECT =
  '(?:[^，,；;：:、（）()“”《》]|、|（[^（）]{1,20}）){2,200}?(?:标准|比例|限额|额度|保障金|补助金|救助金|保险金|养老金|补贴|津贴|奖励|补助|租金)';
const LIST = `${AMOUNT}(?:${UNIT})?(?:[、，,]${AMOUNT}(?:${UNIT})?){0,7}`;

/** …标准由每人每月709元提高到每人每月731元, …分别由656元、614元提高到706元、661元. */
const CHANGE = new RegExp(
  `(?<subject>${SUBJECT})[，,]?(?:分别)?[由从](?:原来的|原来|现行的|现行)?(?<per>${PER})?(?<from>${LIST})(?<behind>${BEHIND})?(?:[（(][^（）()]{1,24}[)）])?` +
    `(?:(?<up>提高|上调|增加|提升)|(?<down>降低|下调|下降|降)|调整)(?:到|至|为)(?<perThen>${PER})?(?<to>${LIST})(?<behindThen>${BEHIND})?` +
    `(?:[（(][^（）()]{1,24}[)）])?(?=$|[，,](?!\\d))`,
  'gu',
);

/** What stands in front of a subject and is none of its words; anything else stays. */
const INTRODUCTION = /^(?:其中|同时)?(?:将|把|落实)(?=.{4})/u;
/** A share is a standard only where the subject says of what. */
const SHARE =
  /(?:报销|支付|补贴|补助|缴费|缴存|扣除|贴息|分担|担保|给付|计发|起付|返还|优惠|减免|首付|资助|救助)[^的]{0,6}(?:比例|标准)$/u;
/** Who goes by other figures: 退休人员为400元. A part of the whole is none: 其中中央财政补助98元. */
const OTHERS = /[，,](?!其中|包括)[^，,]{1,20}?(?:为|是|按|达到|不超过)[^，,]{0,12}\d/u;
/** Of somebody else: 全省, 某市. */
const ELSEWHERE = /^(?:全省|全国|外省|外地|省级|国家)|省|兄弟/u;

/**
 * Finds the sentences of a text that set a standard anew: 由 A 提高到 B.
 *
 * Only what cannot be read otherwise: the unit is money or a share, it is the same before and
 * after, as many figures stand on either side, they go the way that the verb says, and the sentence
 * tells of no past achievement, aim or plan.
 */
export const findChangedAmounts = (printed: string): AmountFact[] => listSentences(printed).flatMap(readSentence);

function readSentence(sentence: string): AmountFact[] {
  if (!/[提高上调增加整降低为至到]/u.test(sentence) || setsNothing(sentence)) return [];
  const matches = [...sentence.matchAll(CHANGE)];
  const [first] = matches;
  const last = matches.at(-1);
  if (!first || !last) return [];
  const behind = sentence.slice(last.index + last[0].length);
  if (EXCEPT.test(behind) || OTHERS.test(behind)) return [];
  const lead = readLead(sentence.slice(0, first.index));
  if (!lead) return [];
  let before = first.index;
  const facts: AmountFact[] = [];
  for (const match of matches) {
    // Between two changes nothing may stand that the second one would lose.
    if (!/^[，,]?(?:其中|同时)?[，,]?$/u.test(sentence.slice(before, match.index))) return facts;
    if (match.index > 0 && !/[，,：:]/u.test(sentence.charAt(match.index - 1)) && !isNumbered(sentence, match.index))
      return facts;
    before = match.index + match[0].length;
    const fact = readChange(match);
    if (fact) facts.push({ ...fact, ...lead, sentence });
  }
  return facts;
}

const isNumbered = (sentence: string, at: number): boolean => readLead(sentence.slice(0, at))?.condition === null;

function readChange({ groups = {} }: RegExpMatchArray): Omit<AmountFact, 'sentence' | 'since' | 'condition'> | null {
  const { subject: printed = '', per, from = '', behind, up, down, perThen, to = '', behindThen } = groups;
  const subject = printed.replace(INTRODUCTION, '');
  const [before, after] = [readList(from), readList(to)];
  const units = new Set([...before.units, ...after.units].map((unit) => unit.replace('％', '%')));
  const [unit] = units;
  if (unit === undefined || units.size !== 1 || before.figures.length !== after.figures.length) return null;
  if (after.units.length === 0 || (perThen !== undefined && perThen !== per)) return null;
  if (behind !== behindThen && behindThen !== undefined) return null;
  if (ELSEWHERE.test(subject) || (unit === '%' && !SHARE.test(subject))) return null;
  const [one, then] = [figureValue(before.figures[0]), figureValue(after.figures[0])];
  if ((up !== undefined && then <= one) || (down !== undefined && then >= one)) return null;
  return {
    kind: 'amount',
    subject,
    from: before.figures,
    to: after.figures,
    bound: null,
    unit: unitWith(unit, per, behind?.slice(1)),
    difference: before.figures.length === 1 ? Number((then - one).toFixed(4)) : null,
  };
}

/** 656元、614元: their figures and their units; a list whose commas part thousands is one figure. */
function readList(list: string): { figures: string[]; units: string[] } {
  const pieces = [...list.matchAll(new RegExp(`(${AMOUNT})(${UNIT})?`, 'gu'))];
  return {
    figures: pieces.map((piece) => piece[1] ?? ''),
    units: pieces.flatMap((piece) => (piece[2] === undefined ? [] : [piece[2]])),
  };
}
