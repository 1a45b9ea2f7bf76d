import { normalise } from '@/lib/search/text/normalise';
import { readDocNumber } from '@/lib/gazette';
import type { CorrectionEntry } from './entry';

/** A correction as it is stored. */
export type StoredCorrection = Omit<CorrectionEntry, 'day' | 'source'> & { id: number; path: string };

/** A document, as entries may name it. */
export interface NamedDocument {
  /** municipality/document */
  address: string;
  /** Canonical, as its head prints it. */
  printedNumber: string | null;
  /** The right one; the same unless the printed one is corrected. */
  docNumber: string | null;
}

/** A citation as the text has it. */
export interface PrintedCitation {
  document: NamedDocument;
  /** Address of its section. */
  section: string;
  words: string;
  title: string | null;
  /** Canonical, as printed. */
  printedNumber: string | null;
}

/**
 * Chooses the correction of a document's own number.
 *
 * An entry names the document by its address or by the printed number. One for this document alone
 * goes before one for all.
 * @returns null where there is none
 */
export function correctionOfDocument(
  document: Pick<NamedDocument, 'address' | 'printedNumber'>,
  corrections: readonly StoredCorrection[],
): StoredCorrection | null {
  const { address, printedNumber } = document;
  if (printedNumber === null) return null;
  const names = [null, address, printedNumber];
  return first(
    corrections.filter(
      ({ kind, printed, about }) => kind === 'misprint' && printed === printedNumber && names.includes(about),
    ),
  );
}

/**
 * Chooses the correction of a citation, of several the most exact.
 * @returns null where there is none
 */
export function correctionOfCitation(
  citation: PrintedCitation,
  corrections: readonly StoredCorrection[],
): StoredCorrection | null {
  const { address, printedNumber, docNumber } = citation.document;
  const names: (string | null)[] = [address, printedNumber, docNumber];
  return first(
    corrections.filter(({ kind, about, section, printed }) => {
      if (kind === 'repeal' || printed === null) return false;
      if (kind === 'misprint') return printed === citation.printedNumber && (about === null || names.includes(about));
      return names.includes(about) && (section ?? citation.section) === citation.section && hasWords(citation, printed);
    }),
  );
}

/**
 * Whether a citation is what an entry writes: its words, blanks and kinds of brackets aside, its
 * title or its number.
 */
function hasWords({ words, title, printedNumber }: PrintedCitation, written: string): boolean {
  const named = bare(written);
  if (bare(words) === named || (title !== null && bare(title) === named)) return true;
  return printedNumber !== null && readDocNumber(written)?.canonical === printedNumber;
}

const bare = (words: string): string => normalise(words).replace(/^[《(]+|[》)]+$/g, '');

/**
 * Gives the most exact correction; of equals that of the first path and line, so that the order of
 * reading does not matter.
 */
function first(corrections: readonly StoredCorrection[]): StoredCorrection | null {
  const exactness = ({ kind, about, section }: StoredCorrection): number =>
    (kind === 'citation' ? 2 : 0) + (about === null ? 0 : 1) + (section === null ? 0 : 1);
  const order = (one: StoredCorrection, other: StoredCorrection): number =>
    exactness(other) - exactness(one) ||
    (one.path < other.path ? -1 : one.path > other.path ? 1 : one.line - other.line);
  return [...corrections].sort(order)[0] ?? null;
}
