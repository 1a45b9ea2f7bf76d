import { titlesAgree } from '@/lib/gazette';
import { issuedTitleKey, titleKey } from '@/lib/search/text/title-key';
import type { StatedFacts } from './entry';

/**
 * Why a row is no document's, or what of it contradicts the text.
 *
 * - number, title, day: it names another one than the text
 * - none, several: so many documents of the text fit it
 * - twice: another row names the same document and states something else
 * - whole: it names none of several documents, so it is about the whole text
 */
export type RowDoubt = 'number' | 'title' | 'day' | 'none' | 'several' | 'twice' | 'whole';

/** A document, as a row names it. */
export interface MatchedDocument {
  docNumber: string | null;
  /** Set where a correction changed its number. */
  printedNumber: string | null;
  title: string;
  /** `YYYY-MM-DD` */
  signedOn: string | null;
}

/** Which document a row is about. */
export interface Match<Document> {
  document: Document | null;
  doubt: RowDoubt | null;
}

/**
 * Finds the document that each row of a text is about. Rather none than a wrong one.
 * @param issueTitle of an issue: 示例市人民政府公报2023年第3号
 */
export function matchRows<Document extends MatchedDocument>(
  rows: readonly StatedFacts[],
  documents: readonly Document[],
  issueTitle: string | null,
): Match<Document>[] {
  const matches = rows.map((row) => withDay(row, matchRow(row, documents, issueTitle)));
  return matches.map((match, at) => {
    const isTwice = matches.some(
      ({ document }, other) =>
        document !== null && document === match.document && statement(rows[other]!) !== statement(rows[at]!),
    );
    return isTwice ? { document: null, doubt: 'twice' } : match;
  });
}

function matchRow<Document extends MatchedDocument>(
  row: StatedFacts,
  documents: readonly Document[],
  issueTitle: string | null,
): Match<Document> {
  const only = documents.length === 1 ? documents[0]! : null;
  if (only && issueTitle === null) return matchOnly(row, only);
  const aboutIssue = row.title === null || (issueTitle !== null && sameTitle(row.title, issueTitle));
  if (row.docNumber === null && aboutIssue) return { document: only, doubt: only ? null : 'whole' };
  const byNumber = documents.filter((document) => numberOf(row, document) === 'same');
  if (byNumber.length === 1) return matchOnly(row, byNumber[0]!);
  const among = byNumber.length > 0 ? byNumber : documents.filter((each) => numberOf(row, each) === 'unknown');
  const byTitle = among.filter((document) => titleOf(row, document) === 'same');
  if (byTitle.length === 1) return { document: byTitle[0]!, doubt: null };
  return { document: null, doubt: byNumber.length > 1 || byTitle.length > 1 ? 'several' : 'none' };
}

/** A document that a row is about unless it contradicts it. A number weighs more than a title. */
function matchOnly<Document extends MatchedDocument>(row: StatedFacts, document: Document): Match<Document> {
  const number = numberOf(row, document);
  if (number === 'other') return { document: null, doubt: 'number' };
  if (titleOf(row, document) !== 'other') return { document, doubt: null };
  return { document: number === 'same' ? document : null, doubt: 'title' };
}

/** The file, the number or the title names the document; a wrong day is only told. */
function withDay<Document extends MatchedDocument>(row: StatedFacts, match: Match<Document>): Match<Document> {
  const { document, doubt } = match;
  const isOther =
    row.signedOn !== null && document !== null && document.signedOn !== null && document.signedOn !== row.signedOn;
  return isOther && doubt === null ? { document, doubt: 'day' } : match;
}

type Comparison = 'same' | 'other' | 'unknown';

function numberOf({ docNumber }: StatedFacts, document: MatchedDocument): Comparison {
  const own = [document.docNumber, document.printedNumber].filter((number) => number !== null);
  if (docNumber === null || own.length === 0) return 'unknown';
  return own.includes(docNumber) ? 'same' : 'other';
}

function titleOf({ title }: StatedFacts, document: MatchedDocument): Comparison {
  if (title === null) return 'unknown';
  return sameTitle(title, document.title) || titleKey(title) === issuedTitleKey(document.title) ? 'same' : 'other';
}

const sameTitle = (one: string, other: string): boolean => titlesAgree(one, other) || titleKey(one) === titleKey(other);

/** What a row states, to compare two that name the same document. */
const statement = ({ indexNumber, topic, validity, publishedOn, url }: StatedFacts): string =>
  JSON.stringify([indexNumber, topic, validity, publishedOn, url]);
