import type { DeadlineFact } from './facts';
import { FULL_DAY, listSentences, readFullDay } from './sentences';

/** What is done by handing in, paying or going somewhere; who only completes a work has an aim. */
const DUTY =
  '(?:报送|报至|报备|上报|汇报|报名|报(?=[市县区省至给我])|提交|递交|申报|申请|缴纳|缴清|缴存|补缴|办理|补办|登记|备案|反馈|寄送|送达|送至)';
const BEFORE = new RegExp(
  `(?:于|在|须|应|要|务必|请|，|,|^)(?<day>${FULL_DAY})(?:\\d{1,2}[时:：]\\d{0,2}分?)?(?:之前|以前|前)(?<rest>[^，,]*?${DUTY}[^，,]*)(?=$|[，,])`,
  'u',
);
const WINDOW = new RegExp(
  `^(?:[^，,；：]{0,16})(?:申报|报名|受理|申请|缴费|登记|征集|办理|征缴)(?:时间|期限|期)(?:为|是|：|:)?(?:自|从)?(?<from>${FULL_DAY})(?:起)?(?:至|到|—|-|－|~)(?<day>(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)(?:止|截止)?$`,
  'u',
);
const CLOSES = new RegExp(
  `^(?:[^，,；：年]{0,16})(?:申报|报名|受理|申请|缴费|登记|征集|办理|反馈|提交|投稿|征求意见)[^，,；：]{0,8}?截止(?:时间|日期|日)?(?:为|是|至|到|于|：|:)*(?<day>${FULL_DAY})(?:止)?$`,
  'u',
);
/** Plans, denials, what is over, and what others have to do. */
const NO_DEADLINE =
  /拟|不必|不得|不需|无需|无须|不再|已|建议|力争|争取|计划|如|若|或者|《[^》]*》[^，,]{0,6}(?:规定|要求)|省[^，,]{0,10}(?:要求|规定)|要求各市|国家[^，,]{0,8}要求|每年/u;
/** 2031年3月1日前登记的机动车: the day says which ones are meant. */
const SAYS_WHICH = new RegExp(`${DUTY}[^，,]{0,20}(?:的|者)`, 'u');
/** Longer sentences are no line of a list. */
const LONGEST = 100;

/** Finds the days by which something has to be handed in, paid or registered. */
export const findDeadlines = (printed: string): DeadlineFact[] =>
  listSentences(printed).flatMap((sentence) => readSentence(sentence) ?? []);

function readSentence(sentence: string): DeadlineFact | null {
  if (!/\d{4}年/u.test(sentence) || sentence.length > LONGEST || NO_DEADLINE.test(sentence)) return null;
  const found = BEFORE.exec(sentence) ?? WINDOW.exec(sentence) ?? CLOSES.exec(sentence);
  if (!found) return null;
  const { day: words = '', from, rest } = found.groups ?? {};
  if (rest !== undefined && (SAYS_WHICH.test(rest) || countDays(sentence) > 1)) return null;
  const day = readFullDay(/^\d{4}年/u.test(words) ? words : `${from?.slice(0, 5) ?? ''}${words}`);
  if (day === null || (from !== undefined && (readFullDay(from) ?? day) >= day)) return null;
  return { kind: 'deadline', subject: sentence, day, sentence };
}

const countDays = (sentence: string): number => [...sentence.matchAll(new RegExp(FULL_DAY, 'gu'))].length;
