import { addMonths, fold, lastDayOf, listDayCells, listDays, publicationDay, readSpan } from '@/lib/gazette';
import type { DayBasis, ValidityRelation } from './validity';

/** A sentence on the validity of another document. */
export interface ValiditySentence {
  kind: ValidityRelation;
  sentence: string;
  /** The words that name that document; they stand at `wordsAt` (UTF-16 units). */
  words: string;
  wordsAt: number;
}

/** In front of a day: 自, 于. */
const fromWhen = /(?:自|从|于|在) ?$/;
/** Behind a day: what ends on it. */
const endsThen =
  /^ ?(?:零时|0时)?(?:起|开始|以后|之后)?[,]?(?:同时|一并|正式|即行|予以|自行|自动|相应|均|全部|已|已经)*(?:废止|失效|停止|终止|不再|撤销|修改|修订)/;
/** 下列文件2024年12月31日废止, 2024年12月31日起废止的文件目录. */
const endsAtOnce = /^ ?起?(?:废止|失效|停止执行)(?:(?!的|前|后|之)|的[^,。;]{0,16}(?:目录|清单|名单))/;
/** Behind a day that opens the sentence (自2023年10月1日起,…), or that closes a row of a list. */
const opensSentence = /^ ?(?:零时|0时)?起[,]/;
const closesRow = /^ ?起 ?$/;
/** Behind a day: the text itself begins on it, not one that is named (2019年1月1日起施行的《…》). */
const beginsThen = /^ ?(?:零时|0时)?起(?:正式|开始|全面|在[^,。;]{1,8})*(?:施行|实施|执行|生效|试行|有效)(?!的)/;

/**
 * Reads the day from which a repeal or an amendment holds.
 *
 * It is the day of 自2023年1月1日起废止, else that of 本办法自2023年1月1日起施行, 《…》同时废止.
 * @returns `YYYY-MM-DD`; null where the sentence names none, and for an extension, which holds from
 * the day of its document
 */
export function namedDay({ kind, sentence, words, wordsAt }: ValiditySentence): string | null {
  if (kind === 'extends') return null;
  const cell = kind === 'repeals' ? listDayCells(sentence).find((each) => each.kind !== 'until') : undefined;
  if (cell) return cell.day;
  const folded = fold(sentence);
  const days = listDays(folded).map((each) => ({ ...each, behind: folded.slice(each.end) }));
  const ends = days.filter(
    ({ start, behind }) =>
      (fromWhen.test(folded.slice(0, start)) &&
        (endsThen.test(behind) || closesRow.test(behind) || (start <= 2 && opensSentence.test(behind)))) ||
      endsAtOnce.test(behind),
  );
  const ownEnd = ends.find(({ start }) => start >= wordsAt + words.length);
  if (ownEnd) return ownEnd.day;
  const before = days.filter(
    ({ start, behind }) => start < wordsAt && (isAmong(ends, start) || beginsThen.test(behind)),
  );
  return before.at(-1)?.day ?? null;
}

const isAmong = (days: readonly { start: number }[], start: number): boolean => days.some((day) => day.start === start);

/** Days of a document, as far as they are known. */
interface DecidingDocument {
  signedOn: Date | null;
  publishedOn: Date | null;
  /** That of its issue. */
  printedOn: Date | null;
  /** First day in force; whether a clause speaks of one. */
  startsOn: Date | null;
  hasStart: boolean;
}

/**
 * Gives the day from which a sentence holds, and why.
 *
 * It is the day that the sentence names, else the first day in force of the document that has it,
 * else that of its publication, else that of its signature. Where its clause on the first day gives
 * no day, none is known.
 */
export function decidingDay(
  said: ValiditySentence,
  { signedOn, publishedOn, printedOn, startsOn, hasStart }: DecidingDocument,
): { day: Date | null; dayFrom?: DayBasis } {
  const named = namedDay(said);
  if (named !== null) return { day: new Date(named), dayFrom: 'named' };
  if (namesNoDay(said.sentence) || dayAboveList.test(said.sentence.slice(0, said.wordsAt))) return { day: null };
  const since = sinceIssue.exec(fold(said.sentence).replace(/ /g, ''))?.[1];
  if (since !== undefined && signedAlone.test(since))
    return signedOn === null ? { day: null } : { day: signedOn, dayFrom: 'signed' };
  if (startsOn !== null) return { day: startsOn, dayFrom: 'starts' };
  if (hasStart) return { day: null };
  const published = publicationDay(isoDay(publishedOn), isoDay(signedOn));
  if (published !== undefined) return { day: new Date(published), dayFrom: 'published' };
  if (signedOn !== null) return { day: signedOn, dayFrom: 'signed' };
  return printedOn === null ? { day: null } : { day: printedOn, dayFrom: 'printed' };
}

/** Words above a list that name a day which is not read: it is not the usual one. */
const dayAboveList = /^[^\u3000]*\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[^\u3000]*\u3000/;

/** 自本通知印发之日起停止执行 counts from the signature, whenever the rest begins. */
const sinceIssue =
  /(?:自|从)(?:本[^,。;自从]{1,8}?)?(印发|签发|发文|下发|发布|公布)(?:之)?日起(?:同时|即行|予以|自行|一并)*(?:废止|失效|停止|终止|不再)/;
const signedAlone = /印发|签发|发文|下发/;

const anyDay = new RegExp(
  '(?:自|于|从) ?\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日 ?起?[^。;,]{0,4}(?:废止|失效|停止|终止)',
  'g',
);

/** Whether a sentence says a day that does not exist: 自2023年2月30日起废止. */
function namesNoDay(sentence: string): boolean {
  const said = fold(sentence).match(anyDay) ?? [];
  return said.some((words) => listDays(words).length === 0);
}

const isoDay = (day: Date | null): string | undefined => day?.toISOString().slice(0, 10);

const extended =
  '(?:延长|延续|延期|顺延|续期|继续有效|继续执行|继续实施|继续施行|有效期)[^。;,0-9一二三四五六七八九十]{0,8}';
const extendedTo = new RegExp(`${extended}(?:至|到) ?$`);
const endOfYear = new RegExp(`${extended}(?:至|到) ?(\\d{4}) ?年(?:底|末| ?12 ?月底)`);
const extendedBy = new RegExp(
  `(?:延长|延续|延期|顺延|续期)(?:有效期|期限|执行)?(?:为|了)? ?([零一二两三四五六七八九十\\d半]{1,3} ?(?:个月|年半|年))`,
);

/** 延长两年，至2026年4月30日止: the day is named beside the span. */
const endsSpan = /(?:延长|延续|延期|顺延|续期)[^。;]{0,20}[,(](?:即)?(?:有效期)?(?:延长)?(?:至|到|截至|截止) ?$/;
const stops = /^ ?(?:止|为止|$|[,。;)])/;

/**
 * Reads the last day in force that an extension names.
 *
 * It is named, 有效期延长至2027年12月31日 or 延长至2027年底, or computed from a span: 延长两年.
 * @param lastDay last day in force before the extension, if known; the span begins there
 * @param said day of the extension; the span begins there where no last day is known
 * @returns `YYYY-MM-DD`; null where the sentence names none
 */
export function extendedUntil(
  { sentence, wordsAt }: ValiditySentence,
  lastDay: string | null,
  said: string | null,
): string | null {
  const cell = listDayCells(sentence).find(({ kind }) => kind !== 'repealed');
  if (cell) return cell.day;
  const folded = fold(sentence);
  const days = listDays(folded).filter(
    ({ start, end }) =>
      extendedTo.test(folded.slice(0, start)) ||
      (endsSpan.test(folded.slice(0, start)) && stops.test(folded.slice(end))),
  );
  const named = days.find(({ start }) => start >= wordsAt) ?? days.at(-1);
  if (named) return named.day;
  const year = endOfYear.exec(folded)?.[1];
  if (year) return `${year}-12-31`;
  const months = readSpan(extendedBy.exec(folded)?.[1] ?? '');
  if (months === null) return null;
  if (lastDay !== null) return addMonths(lastDay, months);
  return said === null ? null : lastDayOf(said, months);
}
