import { fold } from '@/lib/gazette';
import type { Relation } from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';

/** What ties a document to one that it cites, beside validity. */
export const CITATION_TIES = ['basis', 'corrects', 'interprets', 'reissues'] as const;
/**
 * A tie of a citation.
 *
 * basis 根据《…》制定本办法 · corrects 更正 of what was printed · interprets 解读 · reissues 重新公布
 */
export type CitationTie = (typeof CITATION_TIES)[number];

/** A citation, with the sentence around it. */
interface TiedCitation {
  relation: Relation;
  sentence: string;
  /** The words that name the other document; they stand at `wordsAt` (UTF-16 units). */
  words: string;
  wordsAt: number;
  /** Title named with it. */
  title: string | null;
}

/** 更正, 关于《…》的更正说明: such a document corrects what was printed. */
const isCorrection = /(?:更正|勘误|订正)(?:启事|说明|公告|通知|的?函|表)?$/;
/** In such a document: what is said of a text that was printed wrong. */
const saysWrong = /应为|应是|更正|订正|勘误|有误|误(?:刊|印|写|排|将|为)|漏(?:刊|印|排)|改为/;
/** 更正登记, 申请更正: what is corrected is no text. */
const correctsOther = /更正(?:登记|申请|信息|程序|义务|制度)|(?:限期|申请|要求|予以|责令)[^,。;]{0,8}更正(?!如下)/;
/** A sentence that corrects: 第三条中的“15日”应为“15个工作日”，特此更正。 */
const correctsWords = /[”"](?:应为|应是|更正为|订正为)[“"]|(?:现|特此|一并)(?:予以|作)?(?:更正|订正)(?:如下|[。,:;]|$)/;
const isInterpretation = /解读|答记者问|(?:政策)?问答|起草说明|一图读懂|图解/;
const interpretsNow = /(?:现|就|对|将)[^。]{0,80}(?:解读|解答|说明)(?:如下|[。,:;]|$)/;
const shortestTitle = 4;

/** 根据《…》,结合本市实际,制定本办法: the rule rests on it. */
const restsOn = /(?:根据|依据|依照|按照|遵照)(?![^,。;]{0,40}精神)[^。;]*$/;
const makesRule = /(?:制定|制订)(?:了)?(?:本|《)|(?:制定|制订)(?:如下|以下)/;
/** 贯彻落实《…》 between 根据 and the name governs it then. */
const carriesOut = /(?:贯彻|落实|实施|执行)(?:好)?[《\s]*(?:《[^《》]*》[、和及与《\s]*)*$/;

const reissuedBehind =
  /^[^。;“]{0,40}?(?:[,](?:现|决定)?|现(?:予以?|将其)?|予以|一并|已)?重新(?:公布|发布|印发|颁布)(?=[,。;:(]|$|施行|实施|如下)/;
const reissuedBefore = /重新(?:公布|发布|印发|颁布)(?:《[^《》]*》[( ]*)?$/;

/**
 * Tells what ties a document to one that it cites.
 * @param documentTitle of the document that has the sentence
 * @returns null where the sentence says nothing of the kind
 */
export function tieOf(citation: TiedCitation, documentTitle: string): CitationTie | null {
  const { relation, sentence, words, wordsAt } = citation;
  const folded = fold(sentence);
  const before = folded.slice(Math.max(0, wordsAt - REACH), wordsAt).replace(/[《 ]{1,4}$/, '');
  const end = wordsAt + words.length;
  const behind = folded.slice(end, end + REACH).replace(/^[》) ]+/, '');
  const near = before + folded.slice(wordsAt, end + REACH);
  const title = titleKey(documentTitle);
  if (relation === 'implements') return isBasis(before, behind) ? 'basis' : null;
  if (isInterpretation.test(title)) return isInterpreted(citation, near, title) ? 'interprets' : null;
  if (corrects(citation, near, title)) return 'corrects';
  return reissuedBehind.test(behind) || reissuedBefore.test(before) ? 'reissues' : null;
}

const isBasis = (before: string, behind: string): boolean =>
  restsOn.test(before) && !carriesOut.test(before) && makesRule.test(behind);

/** Units of a sentence that are looked at on either side: a text may have no 。 at all. */
const REACH = 400;

/** A title that the interpretation bears itself, or a sentence that says so. */
function isInterpreted({ title }: TiedCitation, sentence: string, documentTitle: string): boolean {
  const key = titleKey(title ?? '');
  return (key.length >= shortestTitle && documentTitle.includes(key)) || interpretsNow.test(sentence);
}

const corrects = ({ title }: TiedCitation, sentence: string, documentTitle: string): boolean =>
  isCorrection.test(documentTitle)
    ? saysWrong.test(sentence) || documentTitle.includes(titleKey(title ?? '') || '《')
    : /更正|订正/.test(sentence) && correctsWords.test(sentence) && !correctsOther.test(sentence);
