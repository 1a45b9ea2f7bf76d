import { FULL_DAY, readFullDay } from './sentences';

/** What stands in front of a subject in its sentence. */
interface Lead {
  /** 自2031年7月1日起 */
  since: string | null;
  /** What is left: 对符合条件的失独家庭. */
  condition: string | null;
}

const SINCE = new RegExp(`^(?:从|自)(?<day>${FULL_DAY})(?:起|开始)(?:执行|施行|实施)?$`, 'u');
/** Clauses that limit nothing: who has agreed, why, on what it rests. */
const IDLE = new RegExp(
  [
    '^(?:其中[：:]?|同时|即|现将有关事项通知如下)$',
    '^经[^，,]{1,20}(?:同意|批准|研究决定|研究同意)$',
    '^(?:根据|按照|依据)[^，,]{0,60}(?:》[^，,]{0,30}|要求|规定|精神|通知|部署|意见|文件)$',
    '^为(?:了|进一步|切实|更好|贯彻|落实|保障|做好|加强|推进|推动|提高|提升|支持|鼓励|促进|规范|解决|确保|完善|健全)[^，,]{2,60}$',
  ].join('|'),
  'u',
);
/** A number in front of a line. */
export const NUMBER =
  /^(?:第?[一二三四五六七八九十]+[、.．条]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])/u;
/** Longer conditions cannot be shown beside a figure. */
const LONGEST = 80;

/**
 * Reads the clauses before a subject.
 *
 * Null where they cannot be told in a few words.
 * @param words with the comma at their end
 */
export function readLead(words: string): Lead | null {
  let rest = words.replace(NUMBER, '');
  let since: string | null = null;
  const kept: string[] = [];
  while (rest !== '') {
    const [clause, behind] = splitClause(rest);
    rest = behind;
    const day = SINCE.exec(clause)?.groups?.['day'];
    if (day !== undefined) {
      if (since !== null) return null;
      since = readFullDay(day);
      if (since === null) return null;
    } else if (clause !== '' && !IDLE.test(clause)) {
      // Any other day or figure in front is something that the fact does not tell.
      if (/\d{4}年/u.test(clause)) return null;
      kept.push(clause.replace(/[：:]$/u, ''));
    }
  }
  const condition = kept.join('，');
  if (condition.length > LONGEST) return null;
  return { since, condition: condition === '' ? null : condition };
}

/** A clause ends with a comma or with its own colon. */
function splitClause(text: string): [string, string] {
  const at = text.search(/[，,：:]/u);
  if (at < 0) return [text, ''];
  const isColon = /[：:]/u.test(text.charAt(at));
  return [text.slice(0, isColon ? at + 1 : at), text.slice(at + 1)];
}
