/** A standard that a sentence changes, with the words that say so. */
export interface ChangedAmount {
  /** 城市低保标准 */
  subject: string;
  /** As printed, without unit; several where a sentence changes several at once. */
  from: readonly string[];
  to: readonly string[];
  /** 元 or %, with what is counted: 元/人·月 */
  unit: string;
  /** `to` less `from`, where there is one of each. */
  difference: number | null;
  /** The sentence, without blanks. */
  sentence: string;
}

const SUBJECT = '[^，,。；;：:、（）()！？\\n]{2,40}?(?:标准|比例|限额|额度|保障金|补助金|补贴|津贴|奖励)';
const PER =
  '每人每餐|每人每次|每人每月|每人每年|每人每天|每人每日|每户每月|每户每年|每生每年|每生每学期|每床每月|每床每年|每亩每年|每亩|每人|每户|每生|每床|每月|每年|每餐|每次';
const AMOUNT = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?';
const UNIT = '万元|元|[%％]';
const LIST = `${AMOUNT}(?:${UNIT})?(?:[、，,]${AMOUNT}(?:${UNIT})?){0,7}`;

/** …标准由每人每月709元提高到每人每月731元, …分别由656元、614元提高到706元、661元. */
const CHANGE = new RegExp(
  `(?<subject>${SUBJECT})[，,]?(?:分别)?[由从](?:原来的|原来|现行的|现行)?(?<per>${PER})?(?<from>${LIST})(?:[（(][^（）()]{1,24}[)）])?` +
    `(?:(?<up>提高|上调|增加|提升)|(?<down>降低|下调|下降|降)|调整)(?:到|至|为)(?<perThen>${PER})?(?<to>${LIST})(?!\\d|[.．]\\d|[、，,]\\d|个百分点|以[上下内]|左右|不等|起步|封顶|上限)`,
  'gu',
);

/** What stands in front of a subject and is none of its words; anything else stays. */
const INTRODUCTION = /^(?:其中)?(?:将|把|落实)(?=.{4})/u;

/** Words that say what was reached, is aimed at or is only thought of: no standard. */
const NO_STANDARD = new RegExp(
  [
    '已经|达到|累计|同比|年均|比上年|较上年|增幅|目前|去年|上年|实现了|完成了|年来|以来|从(?:19|20)\\d{2}年',
    '拟|力争|争取|计划|建议|研究|探索|逐步|有条件|到(?:19|20)\\d{2}年|不得|禁止|未经',
  ].join('|'),
  'u',
);

/**
 * Finds the sentences of a text that set a standard anew: 由 A 提高到 B.
 *
 * Only what cannot be read otherwise: the unit is money or a share, it is the same before and
 * after, as many figures stand on either side, they go the way that the verb says, and the sentence
 * tells of no past achievement, aim or plan.
 */
export function findChangedAmounts(printed: string): ChangedAmount[] {
  const text = printed.replace(/\s+/gu, '');
  return [...text.matchAll(CHANGE)].flatMap((match) => readChange(match, text) ?? []);
}

function readChange(match: RegExpMatchArray, text: string): ChangedAmount | null {
  const { subject = '', per, from = '', up, down, perThen, to = '' } = match.groups ?? {};
  const [before, after] = [readList(from), readList(to)];
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const units = new Set([...before.units, ...after.units].map((unit) => unit.replace('％', '%')));
  const [unit] = units;
  if (unit === undefined || units.size !== 1 || before.figures.length !== after.figures.length) return null;
  if (after.units.length === 0 || (perThen !== undefined && perThen !== per)) return null;
  const sentence = sentenceAround(text, start, end);
  if (NO_STANDARD.test(sentence)) return null;
  const [one, then] = [Number(plain(before.figures[0])), Number(plain(after.figures[0]))];
  if ((up !== undefined && then <= one) || (down !== undefined && then >= one)) return null;
  return {
    subject: subject.replace(INTRODUCTION, ''),
    from: before.figures,
    to: after.figures,
    unit: per === undefined ? unit : `${unit}/${counted(per)}`,
    difference: before.figures.length === 1 ? Number((then - one).toFixed(4)) : null,
    sentence,
  };
}

const plain = (figure = ''): string => figure.replace(/[,，]/gu, '');

/** 每人每月: 人·月 */
const counted = (per: string): string => per.split('每').filter(Boolean).join('·');

/** 656元、614元: their figures and their units; a list whose commas part thousands is one figure. */
function readList(list: string): { figures: string[]; units: string[] } {
  const pieces = [...list.matchAll(new RegExp(`(${AMOUNT})(${UNIT})?`, 'gu'))];
  return {
    figures: pieces.map((piece) => piece[1] ?? ''),
    units: pieces.flatMap((piece) => (piece[2] === undefined ? [] : [piece[2]])),
  };
}

/** What stands around words between two marks of sentences. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...['。', '；'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const stops = ['。', '；'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return text.slice(from, Math.min(text.length, ...stops));
}
