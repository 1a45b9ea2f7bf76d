import type { AudienceFact } from './facts';
import { NUMBER } from './lead';
import { listSentences } from './sentences';

const THIS =
  '本(?:实施办法|管理办法|实施细则|办法|规定|细则|条例|意见|通知|方案|标准|制度|规则|政策|措施|预案|规范|指南|公告|通告|决定)';
const FORMS: readonly RegExp[] = [
  new RegExp(`^(?<subject>${THIS}适用于)(?<words>.{4,})$`, 'u'),
  /^(?<subject>(?:补贴|补助|救助|申报|奖励|资助|保障|申请|扶持|服务|参保|发放|享受|优抚|培训|征收|供养)对象)(?:为|是|：|:|包括)(?<words>.{4,})$/u,
  /^(?<subject>适用(?:范围|对象))(?:为|是|：|:)(?<words>.{4,})$/u,
];
/** What follows is a list below, or stands elsewhere. */
const ELSEWHERE = /下列|以下|如下|之一|上述|前款|前条|本条|[：:]$|另行|不适用/u;
const LONGEST = 160;

/** Finds for whom a document is, in the words of the whole sentence. */
export const findAudiences = (printed: string): AudienceFact[] =>
  listSentences(printed).flatMap((sentence) => readSentence(sentence) ?? []);

function readSentence(sentence: string): AudienceFact | null {
  if (!/适用|对象/u.test(sentence) || sentence.length > LONGEST) return null;
  for (const form of FORMS) {
    const { subject, words } = form.exec(sentence.replace(NUMBER, ''))?.groups ?? {};
    if (subject === undefined || words === undefined) continue;
    return ELSEWHERE.test(words) ? null : { kind: 'audience', subject, words, sentence };
  }
  return null;
}
