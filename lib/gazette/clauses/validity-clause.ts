import { dayWords, listDays } from '../words/numbers';
import { beInForce, readValidityWords } from './validity-words';
import type { ValidityReading } from './validity-words';

const adjective =
  '(?:实施|暂行|试行|管理|若干|政策|行动|工作|扶持|支持|奖励|专项|配套|补充|过渡|指导|具体|优惠|惠企|纾困|系列)';
const ownWords =
  '(?:通知|办法|规定|意见|决定|决议|方案|细则|规则|条例|措施|举措|规划|计划|预案|通告|公告|制度|规范|标准|文件|政策|令|批复|函|指引|指南|目录|清单|名录|规程|规范性文件|章程|准则|导则|要点|纲要|协议)';
/** 本办法, 本《若干政策措施》(试行), 以上政策措施 at the end of a text. */
const ownSubject = new RegExp(`^本《?${adjective}{0,4}${ownWords}》?(?:\\((?:试行|暂行|以下简称[^()]{1,20})\\))?`);
/** 第九条自2024年1月1日起施行,其他条款自发布之日起施行: the document but for what has a day of its own. */
const restSubject = /^(?:其他|其余|其它)(?:各)?(?:条款|规定|条文|各条|部分|内容)/;
/** 新标准自2024年3月1日起施行, below 执行时间. */
const setSubject = /^(?:新|上述|以上|调整后的?|提高后的?)(?:各项)?(?:[\u4e00-\u9fff]{2,6})?标准(?:统一)?(?=[自从于])/;
/** 现将《…》印发给你们: what follows without a subject is about the text that is issued. */
const issuing = /^现将[^,;]{1,80}(?:印发|下发|发布|公布|转发)(?:给你们|如下)?$/;
/** In front of a subject or of the words: 另外, (八). */
const leadIn = /^(?:另外|此外|同时|并|且|但|现|特此通知)?[(:]?/;
/** 施行日期: what follows says it. */
const label = /^(?:施行|实施|执行|生效|有效|试行)(?:日期|时间|期限|期):/;
const afterSubject =
  /^(?:及其?附件|等)?(?:经[^,;]{1,24}?(?:同意|批准|通过)(?:后|之后)?)?(?:[,]|将|应当|应|统一|一律|均|的)?/;
/** Clauses between two of validity that change no subject: 由市财政局负责解释, 《…》同时废止. */
const aside =
  /^自[^,;]{1,30}(?:施行|实施|执行|生效)$|^[(]此件|解释$|负责解释|废止[)]?$|^特此|^经[^,;]{1,30}(?:同意|批准|通过|评估)/;

/** What a clause says, and which of its units say it. */
interface ClauseReading {
  reading: ValidityReading;
  from: number;
  to: number;
}

/**
 * Reads one clause of a sentence.
 * @param clause folded, without blanks
 * @param own a clause without a subject is about the document
 * @param timed it stands below 执行时间, where the standards are what the document sets
 * @returns what it says, and whether the next clause without a subject is about the document
 */
export function readValidityClause(
  clause: string,
  own: boolean,
  timed = false,
): { own: boolean; found: ClauseReading[] } {
  let at = leadIn.exec(clause)![0].length;
  const skip = (pattern: RegExp): boolean => {
    const length = pattern.exec(clause.slice(at))?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const early = readDayInFront(clause, at);
  if (early) return { own: true, found: [early] };
  const isOwn = skip(ownSubject) || skip(restSubject) || (timed && skip(setSubject));
  if (isOwn) skip(afterSubject);
  skip(label);
  const found: ClauseReading[] = [];
  for (let read = readValidityWords(clause.slice(at)); read; read = readValidityWords(clause.slice(at))) {
    for (const reading of read.readings) found.push({ reading, from: at, to: at + read.length });
    at += read.length;
    skip(/^[()、和并且同时]{1,3}/); // 自发布之日起施行(有效期5年)
  }
  const about = isOwn || own;
  if (found.length > 0) return { own: about, found: about ? found : [] };
  return {
    own:
      issuing.test(clause) ||
      (about && (aside.test(clause) || aside.test(clause.slice(at)))) ||
      (isOwn && at === clause.length),
    found,
  };
}

const dayInFront = new RegExp(`^(?:自|从)${dayWords}起,`);
const onlyInForce = new RegExp(`^${beInForce}$`);

/** Reads 自2024年3月1日起,本通告正式施行: the day stands in front of the subject. */
function readDayInFront(clause: string, at: number): ClauseReading | null {
  const day = dayInFront.exec(clause.slice(at))?.[0];
  if (day === undefined) return null;
  const behind = clause.slice(at + day.length);
  const subject = ownSubject.exec(behind)?.[0];
  const [named] = listDays(day);
  if (!named || subject === undefined || !onlyInForce.test(behind.slice(subject.length))) return null;
  return { reading: { kind: 'starts', day: named.day }, from: at, to: clause.length };
}
