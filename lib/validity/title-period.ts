import { fold, readNumeral } from '@/lib/gazette';

/** First and last year that a title names. */
export interface TitlePeriod {
  from: number;
  to: number;
}

const year = '([12]\\d{3}|[一二][〇零一二三四五六七八九]{3})';
const years = new RegExp(`(?<![\\d〔第])${year} ?年? ?(?:[-–—―─~]+|至|到) ?${year} ?年(?!度)`, 'g');
const count = '[一二三四五六七八九]|十[一二三四五六七八九]?';
/** “十四五”, 第十四个五年规划: the first began in 1953, the eleventh in 2006. */
const fiveYears = new RegExp(
  `[“"']?(?<!第)(${count})五[”"']?(?=[\\u4e00-\\u9fff]{0,20}(?:规划|计划|方案|纲要|行动|期间|时期))|第(${count})个五年(?:规划|计划)`,
  'g',
);
/** What has a period of its own, and not only speaks of one. */
const lasting = /规划|计划|方案|纲要|行动|意见|措施|政策|办法|任务|目标|安排|要点/;
/** The years are those of another text, or are looked back on; 2035年远景目标 goes on. */
const ofAnother =
  /废止|延长|延续|修改|修订|失效|解读|表彰|授予|命名|通报|评估|总结|考核|验收|结果|远景目标|继续|名单|报告|情况/;
const longest = 30;

/**
 * Reads the period that a title names: 2018—2020年, “十四五”.
 *
 * A fact of the name, which decides nothing.
 * @returns null where it names none, or several
 */
export function titlePeriod(title: string): TitlePeriod | null {
  const folded = fold(title);
  if (!lasting.test(folded) || ofAnother.test(folded)) return null;
  const named = [...folded.matchAll(years)].map(([, from, to]) => ({ from: readYear(from!), to: readYear(to!) }));
  const plans =
    named.length > 0 ? [] : [...folded.matchAll(fiveYears)].map(([, short, long]) => planYears(short ?? long!));
  const [period, ...others] = [...named, ...plans];
  if (!period || others.some(({ from, to }) => from !== period.from || to !== period.to)) return null;
  return isPeriod(period) ? period : null;
}

const readYear = (numeral: string): number => readNumeral(numeral) ?? NaN;

const isPeriod = ({ from, to }: TitlePeriod): boolean =>
  from >= 1949 && to <= 2100 && from < to && to - from <= longest;

/** The eleventh began in 2006, and each lasts five years. */
function planYears(count: string): TitlePeriod {
  const from = 2006 + ((readNumeral(count) ?? NaN) - 11) * 5;
  return { from, to: from + 4 };
}

/** Whether the last year of a period is over on a day. */
export const isTitlePeriodOver = ({ to }: TitlePeriod, today: Date): boolean => today.getUTCFullYear() > to;
