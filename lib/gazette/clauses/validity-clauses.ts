import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { innerTitles } from '../words/titles';
import { addMonths, lastDayOf } from './spans';
import { listValidityRuns } from './validity-runs';
import { readValiditySentences } from './validity-sentences';
import type { IssueDay, ValidityReading } from './validity-words';

/** A sentence by which a document is in force from or until a day. */
export interface ValidityClause {
  /** Address of the section that holds it. */
  address: string;
  kind: 'starts' | 'ends';
  /** The words that say it, as printed, and where they stand in the sentence (UTF-16 units). */
  words: string;
  sentence: string;
  wordsAt: number;
  /** First or last day in force, `YYYY-MM-DD`; absent where the text does not say it. */
  day?: string;
  /** Where the text names no day: the day of the document from which it was counted. */
  countedFrom?: IssueDay;
}

/**
 * Finds what a document says of its own validity, in the order of its text.
 * A clause counts where its subject is the document (本办法, 本政策措施), where it follows such a clause,
 * or where it stands without a subject at the very end. What is about a permit, another document or
 * one provision does not count. Spans are reckoned from the first day in force that the document
 * names. 自发布之日起 counts from its publication where that day is known, else from its signature;
 * 自印发之日起 from its signature.
 */
export function listValidityClauses(document: ast.Document): ValidityClause[] {
  if (isDraft(document.title)) return [];
  const found = document.children
    .filter((part) => speaksForDocument(part, document))
    .flatMap((part) => {
      const issued = issueDays(part, document);
      return listValidityRuns(part).flatMap((run) =>
        readValiditySentences(run).map((clause) => ({ address: run.address, ...clause, issued })),
      );
    });
  const starts = found.filter(({ reading }) => reading.kind === 'starts');
  const firstDays = starts.map(({ reading, issued }) => dayOf(reading, issued, {}));
  // Where it names several, nobody knows from which a time counts.
  const only = new Set(firstDays.map(({ day }) => day)).size === 1 ? firstDays[0]! : {};
  return found.map(({ reading, issued, ...clause }) => ({
    ...clause,
    kind: reading.kind,
    ...dayOf(reading, issued, only),
  }));
}

/** A draft that is laid open for comment decides nothing. */
export const isDraft = (title: string): boolean => title.includes('征求意见');

type ClauseDay = Pick<ValidityClause, 'day' | 'countedFrom'>;

/**
 * The day that a reading says, if any, and from which day it was counted.
 * @param only the one first day in force that the document names; empty for none, or several
 */
function dayOf({ day, from, after, months }: ValidityReading, issued: IssueDays, only: ClauseDay): ClauseDay {
  if (day !== undefined) return { day };
  const first = from ? issued[from] : months !== undefined ? only : {};
  if (first.day === undefined) return {};
  if (months !== undefined) return { ...first, day: lastDayOf(first.day, months) };
  return after ? { ...first, day: dayAfter(first.day, after) } : first;
}

/**
 * The first day after a time that goes by: 30日后 of 5月20日 is 6月20日.
 * The day from which it counts is not counted (《民法典》第二百零一条).
 */
function dayAfter(day: string, { count, unit }: NonNullable<ValidityReading['after']>): string {
  const last = unit === 'month' ? addMonths(day, count) : addDays(day, count);
  return addDays(last, 1);
}

const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 24 * 3600 * 1000).toISOString().slice(0, 10);

/** An attachment is the document's own text where the document was made to issue it. */
function speaksForDocument(part: ast.Part, document: ast.Document): boolean {
  if (part.kind !== 'attachment') return true;
  const title = keyOf(part.title);
  return title !== '' && innerTitles(document.title).some((inner) => inner === title || keyOf(inner) === title);
}

/** Days of 发布之日 and 印发之日, as far as they are known. */
type IssueDays = Record<IssueDay, ClauseDay>;

/** A text that is passed on (转发) was issued by others, on its own day. */
function issueDays(part: ast.Part, document: ast.Document): IssueDays {
  const own = part.children.find((child) => child.type === 'signature')?.signedOn;
  if (part.kind !== 'notice' && (own !== undefined || document.title.includes('转发'))) {
    const day = countedFrom(own, 'signed');
    return { published: day, signed: day };
  }
  const signedOn = own ?? document.signedOn;
  const signed = countedFrom(signedOn, 'signed');
  const published = publicationDay(document.publishedOn, signedOn);
  return { published: published === undefined ? signed : countedFrom(published, 'published'), signed };
}

const countedFrom = (day: string | undefined, from: IssueDay): ClauseDay =>
  day === undefined ? {} : { day, countedFrom: from };

/** A site that was filled long afterwards gives the day of that. */
const longestDelay = 92;

/**
 * The day of publication, where it can be that of the document itself.
 * @param published day on which it came to the web
 * @returns undefined where that was before the signature or long after it
 */
export function publicationDay(published: string | undefined, signed: string | undefined): string | undefined {
  if (published === undefined || signed === undefined) return published;
  const latest = addDays(signed, longestDelay);
  return published >= signed && published <= latest ? published : undefined;
}
