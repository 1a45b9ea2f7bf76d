import { fold, listDays, readSpan } from '@/lib/gazette';
import type { StatementKind, ValidityRelation } from './validity';

/** A citation that says something of validity. */
interface ValidityCitation {
  relation: ValidityRelation;
  sentence: string;
  /** The words that name the other document; they stand at `wordsAt` (UTF-16 units). */
  words: string;
  wordsAt: number;
  /** The part of it that they name, as printed. */
  locator: string | null;
}

/** Drafts, explanations and reports tell of decisions and make none. */
const decidesNothing = /征求.{0,30}意见|解读|答记者问|问答|起草说明|(?:工作|情况|年度|总结)的?报告$|情况的通报$/;
const ends = '(?:废止|失效|停止执行|不再执行|作废|修改|修订|延长|延续|继续有效)';
/** What a sentence plans, supposes, denies, or tells of others; titles are left out of it. */
const saysNothing = new RegExp(
  [
    `拟(?:于|在|将|予|对)?[^,。;]{0,20}${ends}`,
    `(?:建议|研究|探讨|提请|申请|讨论|评估是否|是否)[^,。;]{0,30}${ends}`,
    `(?:^|[,。;])(?:如果|如|若|一旦)(?!下)[^,。;]{0,20}(?:被|需|应)?${ends}`,
    `(?:不予|不得|尚未|并未|暂不|未)${ends}|不再(?:延长|延续|顺延|延期)`,
    // 待评估后废止: a cell of a list.
    `(?:待|适时|另行|视情)[^,。;\\u3000]{0,12}${ends}`,
    `已(?:经)?(?:于[^,。;]{1,12})?(?:被|由)?[^,。;同]{0,8}(?:废止|失效|停止执行)`,
    `${ends}(?:之?前|以前|之?后|以后|为由|的可行性|与否|的,)`,
    '鉴于|不得以|全年共|共废止|不再适用于',
    '暂停执行|暂缓执行',
  ].join('|'),
);
/** Around the name of a document that only stands in the title of another one. */
const inTitleBefore = /关于(?:废止|修改|修订|延长|停止执行)[^。;,《》\u3000]{0,40}$/;
const inTitleBehind = /^[)》]*(?:文件)?[^。;,《》\u3000]{0,30}的(?:通知|决定|公告|通告|意见)/;
/** 依据《…》制定的《…》, 依据《…》设立的领导小组: what is ended rests on it. */
const restsOnIt =
  /^[)》]*(?:\([^()]{0,40}\))?(?:文件?|号文)?(?:所)?(?:制定|出台|设立|成立|组建|批准|核准|认定|授予|核发|颁发|确定|公布|下达|任命)的/;
/** 需要修改《…》的,由…提出: a condition. */
const isCondition = /^[)》\]]*(?:\([^()]{0,40}\))?(?:文件)?的,/;
/** Words that go into another text: 修改为:“《…》同时废止。” */
const givesWords = /(?:修改为|改为|修订为|增加[^。;]{0,20})[:,]?[“"][^”]*$/;

/** Behind the name of a document: 第九条废止, 中关于收费的规定同时废止, 除第五条外废止. */
const namesPart =
  /^[)》\]]*(?:文件)?(?:的)?(?:中|里|除|第[零一二三四五六七八九十百\d(]+[)编章节条款项部]|附件\d|有关|相关|关于|部分)/;
/** In a row of a list: 第四条予以废止, 废止第九条. */
const endsPart =
  /第[^。;,\u3000]{1,12}[条款项][^。;,\u3000]{0,6}(?:废止|停止执行|失效)|(?:废止|停止执行)第[^。;,\u3000]{1,12}[条款项]/;
/** 有效 alone in a cell goes on only where a review says it; a certificate may be 有效 too. */
const validCell = /^(?!.*(?:继续有效|现行有效|延长|延续|保留)).*\u3000有效(?:\u3000|$)/;
const reviews = /清理|评估|目录|有效/;
/** The entry of a list without these words (修改的文件目录) announces an amendment. */
const amends = /修改|修订|修正|改为|删[去除]|增加|增列|调整|更名|变更|替换|废止|停止执行|失效|不再执行|作废/;
/** A cell of a list that announces an amendment: 修改 is to be done. */
const toBeAmended = /\u3000(?:拟|需|待|建议|予以|应予)?(?:修改|修订) *(?:\u3000|$)/;

/**
 * Tells what a citation states of the other document.
 *
 * Who ends a part of it (第九条) changes it.
 * @param title of the document that has the sentence
 * @returns null where the sentence decides nothing: a draft, a plan, a report, a title, words for
 * another text
 */
export function kindOfRelation(
  { relation, sentence, words, wordsAt, locator }: ValidityCitation,
  title: string,
): StatementKind | null {
  const folded = foldLine(sentence);
  const before = folded.slice(0, wordsAt);
  const behind = folded.slice(wordsAt + words.length).replace(/^ +/, '');
  const plain = folded.replace(/《[^《》]*》/g, '《》');
  if (decidesNothing.test(title) || saysNothing.test(plain) || givesWords.test(before)) return null;
  if (inTitleBefore.test(before) && inTitleBehind.test(behind)) return null;
  if (isCondition.test(behind) || (relation === 'repeals' && restsOnIt.test(behind))) return null;
  if (relation === 'extends')
    return isShortened(plain) || (validCell.test(plain) && !reviews.test(title)) ? null : relation;
  if (relation === 'amends') {
    if (toBeAmended.test(plain) || !amends.test(plain)) return null;
    return /废止|停止执行|失效|不再执行/.test(plain) && !/修改|修订|改为|调整/.test(plain) ? 'repealsPart' : relation;
  }
  return locator !== null || namesPart.test(behind) || endsPart.test(plain) ? 'repealsPart' : relation;
}

const adjusted = /由([^,。;]{1,24}?)(?:统一|均|相应)?调整(?:为|至)([^,。;]{1,20})/;

/** Whether a term or a last day is adjusted to a shorter or an earlier one: 由5年调整为3年. */
function isShortened(sentence: string): boolean {
  const [, from = '', to = ''] = adjusted.exec(sentence) ?? [];
  const [before, after] = [from, to].map((words) => listDays(words).at(-1)?.day);
  if (before && after) return after <= before;
  const [span, newSpan] = [from, to].map((words) =>
    readSpan(words.replace(/[^零一二两三四五六七八九十\d半个月年]/g, '')),
  );
  return from !== '' && !(span && newSpan && newSpan > span);
}

/** Folded, with the blanks that part the cells of a row. */
const foldLine = (sentence: string): string => sentence.split('\u3000').map(fold).join('\u3000');
