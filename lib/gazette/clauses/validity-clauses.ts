import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { innerTitles } from '../words/titles';
import { lastDayOf } from './spans';
import { listValidityRuns } from './validity-runs';
import { readValiditySentences } from './validity-sentences';
import type { ValidityReading } from './validity-words';

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
}

/**
 * Finds what a document says of its own validity, in the order of its text.
 * A clause counts where its subject is the document (本办法, 本政策措施), where it follows such a clause,
 * or where it stands without a subject at the very end. What is about a permit, another document or
 * one provision does not count. Spans are reckoned from the first day in force that the document
 * names, and from the day it was signed where it says 自发布之日起.
 */
export function listValidityClauses(document: ast.Document): ValidityClause[] {
  const found = document.children
    .filter((part) => speaksForDocument(part, document))
    .flatMap((part) => {
      const issuedOn = issueDay(part, document);
      return listValidityRuns(part).flatMap((run) =>
        readValiditySentences(run).map((clause) => ({ address: run.address, ...clause, issuedOn })),
      );
    });
  const starts = found.filter(({ reading }) => reading.kind === 'starts');
  const firstDays = new Set(starts.map(({ reading, issuedOn }) => dayOf(reading, issuedOn, new Set())));
  return found.map(({ reading, issuedOn, ...clause }) => {
    const day = dayOf(reading, issuedOn, firstDays);
    return { ...clause, kind: reading.kind, ...(day === undefined ? {} : { day }) };
  });
}

/**
 * The day that a reading says, if any.
 * @param firstDays first days in force that the document names, unknown ones among them
 */
function dayOf(
  { day, onIssue, months }: ValidityReading,
  issuedOn: string | undefined,
  firstDays: ReadonlySet<string | undefined>,
): string | undefined {
  if (day !== undefined) return day;
  if (months === undefined) return onIssue ? issuedOn : undefined;
  const [onlyDay] = firstDays;
  const first = onIssue ? issuedOn : firstDays.size === 1 ? onlyDay : undefined;
  return first === undefined ? undefined : lastDayOf(first, months);
}

/** An attachment is the document's own text where the document was made to issue it. */
function speaksForDocument(part: ast.Part, document: ast.Document): boolean {
  if (part.kind !== 'attachment') return true;
  const title = keyOf(part.title);
  return title !== '' && innerTitles(document.title).some((inner) => inner === title || keyOf(inner) === title);
}

/** The day of 发布之日. A text that is passed on (转发) was issued by others, on its own day. */
function issueDay(part: ast.Part, document: ast.Document): string | undefined {
  const signature = part.children.find((child) => child.type === 'signature');
  if (signature?.signedOn) return signature.signedOn;
  return part.kind !== 'notice' && /转发/.test(document.title) ? undefined : document.signedOn;
}
