import { dayWords, listDays, readNumeral } from '../words/numbers';
import { lastDayOf, readSpan, spanWords } from './spans';

/** Days of a document that 自发布之日 (published) and 自印发之日 (signed) mean. */
export type IssueDay = 'published' | 'signed';

/** What words say of validity. Days are `YYYY-MM-DD`. */
export interface ValidityReading {
  kind: 'starts' | 'ends';
  /** First or last day in force. */
  day?: string;
  /** Nothing but 自发布之日起: it counts from the day on which the document was published or signed. */
  from?: IssueDay;
  /** Of 自发布之日起30日后: what goes by before the first day in force. */
  after?: { count: number; unit: 'day' | 'month' };
  /** Months from the first day in force, or from that of `from`, to the last. */
  months?: number;
}

/** A form of words that stands at the head of a clause, behind its subject (本办法). */
interface ValidityRule {
  specimen: string;
  /** Folded, without blanks. */
  words: RegExp;
  /** @param match the words, with the groups of the row */
  read: (match: RegExpExecArray) => ValidityReading[];
}

/** 施行, 正式实施: source of a regular expression without groups. */
export const beInForce = '(?:正式|全面|开始|起)?(?:施行|实施|执行|生效|试行|有效|适用|启用)';
const lapse = '(?:自动|自行|自然|即行|予以|宣布|均|即)*(?:失效|废止|终止|停止执行|停止施行|停止实施|不再执行|不再有效)';
const issued =
  '(?:本[\\u4e00-\\u9fff]{2,8}?)?(?:正式)?(?:发布|印发|公布|颁布|颁发|公告|通告|发文|下发|签发|出台|成文)(?:之)?日';
const inForceSince = '(?:本[\\u4e00-\\u9fff]{2,8}?)?(?:正式)?(?:施行|实施|执行|生效|试行)(?:之)?日';
const term =
  '(?:(?:政策|文件)?(?:有效|执行|施行|实施|试行|暂行|适用)期限?|(?:政策|文件)?(?:有效|执行|施行|实施|试行|适用)(?:时间|时限)|期限)';
const is = '(?:暂定|定|均)?(?:为|是|:)?';
const untilWords = `(?:${dayWords}|\\d{4}年\\d{1,2}月(?:底|末|份)?|\\d{4}年(?:底|末|年底|年末)?)`;
const until = '(?:至|到|截止到|截止至|截止于|截止|截至|止于)';
const end = '(?:止|为止|结束|(?:24|二十四)时止?)?';

const begins = (words: string): ValidityReading[] =>
  listDays(words)
    .slice(0, 1)
    .map(({ day }) => ({ kind: 'starts', day }));
const ends = (words: string): ValidityReading[] => [{ kind: 'ends', ...asDay(readUntil(words)) }];
const lasts = (span: string, from?: IssueDay): ValidityReading[] => {
  const months = readSpan(span);
  return months === null ? [] : [{ kind: 'ends', months, ...(from ? { from } : {}) }];
};
/** 印发 and 签发 are what an office does when it signs; 发布 and 公布 are for everybody. */
const issueDayIn = (words: string): IssueDay =>
  /(?:印发|发文|下发|签发|成文)(?:之)?日/.test(words) ? 'signed' : 'published';
const later = /满?([\d一二三四五六七八九十]{1,3})(个月|月|日|天)/;
/** 30日后; null for days of work, which nobody here can count. */
function readLater(words: string): ValidityReading['after'] | null {
  const [, numeral, unit] = later.exec(words) ?? [];
  const count = readNumeral(numeral ?? '');
  if (!unit || count === null) return null;
  return { count, unit: /月/.test(unit) ? 'month' : 'day' };
}
const asDay = (day: string | null): { day?: string } => (day === null ? {} : { day });

/** The last day that 至2027年12月31日, 至2027年12月, 至2027年底 names. */
function readUntil(words: string): string | null {
  const day = listDays(words).at(-1);
  if (day) return day.day;
  const [, year, month] = /(\d{4})年(?:(\d{1,2})月)?/.exec(words) ?? [];
  // 11月31日 is no day.
  if (!year || /\d日/.test(words) || Number(month ?? 12) > 12) return null;
  return lastDayOf(`${year}-01-01`, Number(month ?? 12));
}

/** The last day in force of what ends as of this day. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10);

const rule = (specimen: string, words: string, read: ValidityRule['read']): ValidityRule => ({
  specimen,
  words: new RegExp(`^${words}`),
  read,
});

/** A new form of words is a new row. The first row that fits and says something wins. */
export const validityRules: readonly ValidityRule[] = [
  rule(
    '有效期自2023年1月1日起至2027年12月31日止',
    `(?:${term}${is})?(?:自|从|由)?${dayWords}(?:起|开始)?(?:${beInForce})?(?:${until}|-|—|~)${untilWords}${end}(?:${beInForce}|${lapse})?`,
    ([words]) => [...begins(words), ...ends(words)],
  ),
  rule('自2026年1月1日起自行失效', `(?:自|从)${dayWords}(?:零时|0时)?起${lapse}(?=$|[()])`, ([words]) =>
    begins(words).map(({ day }) => ({ kind: 'ends', ...asDay(day ? dayBefore(day) : null) })),
  ),
  rule('于2025年12月31日自动失效', `(?:于|在|至|到)${dayWords}(?:零时|0时|24时)?${lapse}`, ([words]) => ends(words)),
  rule(
    '自2023年1月1日起试行一年',
    `(?:自|从)${dayWords}(?:起|开始)(?:施行|实施|执行|试行)(${spanWords})(?:内)?(?=$|[()])`,
    ([words, span = '']) => [...begins(words), ...lasts(span)],
  ),
  rule(
    '自2023年1月1日起施行',
    `(?:(?:自|从|于)${dayWords}(?:零时|0时)?(?:起|开始|之日起)?|${dayWords}(?:零时|0时)?(?:起|开始))${beInForce}`,
    ([words]) => begins(words),
  ),
  rule(
    '自印发之日起5年内有效',
    `(?:自|从)${issued}(?:起|开始)(?:(?:施行|实施|执行|试行|有效期?|生效)(?:期限?)?(?:为)?)?(${spanWords})(?:内)?(?:有效|执行|施行|实施|试行)?(?!后)`,
    ([words, span = '']) => [{ kind: 'starts', from: issueDayIn(words) }, ...lasts(span, issueDayIn(words))],
  ),
  rule(
    '自发布之日起30日后施行',
    `(?:自|从|于)${issued}(?:起|开始)?(满?[\\d一二三四五六七八九十]{1,3}(?:个)?(?:工作)?(?:日|天|月)(?:后|之后)?起?)${beInForce}`,
    ([words, span = '']) => {
      const after = readLater(span);
      return [{ kind: 'starts', ...(after ? { from: issueDayIn(words), after } : {}) }];
    },
  ),
  rule('自发布之日起施行', `(?:自|从|于)${issued}(?:起|开始)?${beInForce}`, ([words]) => [
    { kind: 'starts', from: issueDayIn(words) },
  ]),
  rule('施行日期为2023年7月1日', `(?:施行|实施|执行|生效)(?:日期|时间|日)${is}${dayWords}(?!至|到|-|—|~)`, ([words]) =>
    begins(words),
  ),
  rule(
    '有效期为自印发之日起三年',
    `${term}${is}(?:(?:自|从)${issued}(?:起|开始)(?:计算|算)?,?)(${spanWords})(?![以之]?[前后])`,
    ([words, span = '']) => lasts(span, issueDayIn(words)),
  ),
  rule(
    '有效期5年',
    `${term}${is}(?:(?:自|从)${inForceSince}(?:起|开始)(?:计算|算)?,?)?(${spanWords})(?![以之]?[前后])`,
    ([, span = '']) => lasts(span),
  ),
  rule(
    '有效期自2023年1月1日起计算三年',
    `${term}${is}(?:自|从)${dayWords}起(?:计算|算)?,?(${spanWords})`,
    ([words, span = '']) => [...begins(words), ...lasts(span)],
  ),
  rule(
    '暂定一年',
    `(?:暂定|试行|暂行|暂定执行|暂定试行|先行试行|施行|执行|实施)(?:为|期为)?(${spanWords})(?:内)?(?=$|[()])`,
    ([, span = '']) => lasts(span),
  ),
  rule('五年内有效', `(${spanWords})内有效(?=$|[()])`, ([, span = '']) => lasts(span)),
  rule(
    '执行至2027年底',
    `(?:${term}|施行|实施|执行|试行|延续|有效|暂行)${is}(?:${until})${untilWords}${end}(?:前有效)?`,
    ([words]) => ends(words),
  ),
  rule(
    '截止日期为2027年12月31日',
    `(?:有效期|执行|政策|文件)?(?:截止|终止|到期|失效|届满)(?:日期|日|时间)${is}${dayWords}${end}`,
    ([words]) => ends(words),
  ),
  rule('至2027年12月31日止', `${until}${dayWords}(?:止|为止|${lapse})`, ([words]) => ends(words)),
  rule(
    '到期自行失效',
    `(?:有效期|试行期|执行期|施行期|实施期)?(?:期)?(?:满|届满|到期|期满)(?:后|时|之日起?)?${lapse}`,
    () => [{ kind: 'ends' }],
  ),
];

/**
 * Reads the first words of a clause.
 * @returns what they say, and how many units of the clause say it; null where they say nothing
 */
export function readValidityWords(clause: string): { readings: ValidityReading[]; length: number } | null {
  for (const { words, read } of validityRules) {
    const match = words.exec(clause);
    if (!match || isQualifier.test(clause.slice(match[0].length))) continue;
    const readings = read(match);
    if (readings.length > 0) return { readings, length: match[0].length };
  }
  return null;
}

/** 有效期5年的证书, 有效期3年以上: the words say something of another thing. */
const isQualifier = /^(?:的|以上|以下|以内|左右|内的|及以|或|不)/;
