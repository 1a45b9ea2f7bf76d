import type { AmountFact } from './facts';
import { readLead } from './lead';
import { AMOUNT, BEHIND, PER, setsNothing, unitWith } from './money';
import { listSentences } from './sentences';

const SUBJECT = '(?<subject>(?:[^，,；;：:（）()“”《》]|（[^（）]{1,20}）){2,40}?';
const MONEY = `(?<per>${PER})?(?<to>${AMOUNT})(?<unit>万元|元)(?<behind>${BEHIND})?`;
/** Behind an amount nothing may stand but how it is paid. */
const TAIL =
  '(?:[，,](?:按[月年季]发放|按[月年季]支付|所需资金[^，,]{2,30}|由[^，,]{2,20}(?:承担|负担|列支)|从[^，,]{2,20}中列支))?$';

/** Whole sentences: what stands in one is told, or nothing of it. */
const FORMS: readonly RegExp[] = [
  // 特困人员丧葬费标准为每人2400元
  new RegExp(
    `^(?<lead>(?:[^，,]{1,60}[，,]){0,3})${SUBJECT}(?:标准|补贴|津贴|补助|救助金))(?:统一)?(?:确定为|核定为|定为|调整为|执行|为)${MONEY}${TAIL}`,
    'u',
  ),
  // 公益性岗位补贴按每人每月1400元的标准发放
  new RegExp(
    `^(?<lead>(?:[^，,]{1,60}[，,]){0,3})${SUBJECT}(?:补贴|津贴|补助|救助金|奖励))按照?${MONEY}(?:的)?标准(?:发放|执行|给予|支付)${TAIL}`,
    'u',
  ),
];
const INTRODUCTION = /^(?:其中|同时)?(?:将|把)(?=.{4})/u;
const ELSEWHERE = /^(?:全省|全国|省级|国家)|省(?!级)|原/u;

/** Finds the sentences of a text that set an amount: 标准为每人每月750元. */
export const findSetAmounts = (printed: string): AmountFact[] =>
  listSentences(printed).flatMap((sentence) => readSentence(sentence) ?? []);

function readSentence(sentence: string): AmountFact | null {
  if (!sentence.includes('元') || setsNothing(sentence)) return null;
  for (const form of FORMS) {
    const groups = form.exec(sentence)?.groups;
    if (!groups) continue;
    const { lead: words = '', subject: printed = '', per, to = '', unit = '', behind } = groups;
    const lead = readLead(words);
    const subject = printed.replace(INTRODUCTION, '');
    if (!lead || /^每/u.test(subject) || ELSEWHERE.test(subject)) return null;
    return {
      kind: 'amount',
      subject,
      ...lead,
      from: [],
      to: [to],
      bound: null,
      unit: unitWith(unit, per, behind?.slice(1)),
      difference: null,
      sentence,
    };
  }
  return null;
}
