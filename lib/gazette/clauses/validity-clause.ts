import { readValidityWords } from './validity-words';
import type { ValidityReading } from './validity-words';

const adjective =
  '(?:实施|暂行|试行|管理|若干|政策|行动|工作|扶持|支持|奖励|专项|配套|补充|过渡|指导|具体|优惠|惠企|纾困|系列)';
const ownWords =
  '(?:通知|办法|规定|意见|决定|决议|方案|细则|规则|条例|措施|举措|规划|计划|预案|通告|公告|制度|规范|标准|文件|政策|令|批复|函|指引|指南|目录|清单|名录|规程|规范性文件|章程|准则|导则|要点|纲要|协议)';
/** 本办法, 本《若干政策措施》(试行), 以上政策措施 at the end of a text. */
const ownSubject = new RegExp(`^本《?${adjective}{0,4}${ownWords}》?(?:\\((?:试行|暂行|以下简称[^()]{1,20})\\))?`);
/** In front of a subject or of the words: 另外, (八). */
const leadIn = /^(?:另外|此外|同时|并|且|但|现|特此通知)?[(:]?/;
/** 施行日期: what follows says it. */
const label = /^(?:施行|实施|执行|生效|有效|试行)(?:日期|时间|期限|期):/;
const afterSubject =
  /^(?:及其?附件|等)?(?:经[^,;]{1,24}?(?:同意|批准|通过)(?:后|之后)?)?(?:[,]|将|应当|应|统一|一律|均|的)?/;
/** Clauses between two of validity that change no subject: 由市财政局负责解释, 《…》同时废止. */
const aside = /^[(]此件|解释$|负责解释|废止[)]?$|^特此|^经[^,;]{1,30}(?:同意|批准|通过|评估)/;

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
 * @returns what it says, and whether the next clause without a subject is about the document
 */
export function readValidityClause(clause: string, own: boolean): { own: boolean; found: ClauseReading[] } {
  let at = leadIn.exec(clause)![0].length;
  const skip = (pattern: RegExp): boolean => {
    const length = pattern.exec(clause.slice(at))?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const isOwn = skip(ownSubject);
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
  return { own: (about && aside.test(clause)) || (isOwn && at === clause.length), found };
}
