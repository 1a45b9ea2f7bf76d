import { normalise } from '@/lib/search/text/normalise';
import { readDocNumber } from '@/lib/gazette';
import type { CorrectionEntry } from './entry';

/** A correction as it is kept. */
export type KeptCorrection = Omit<CorrectionEntry, 'day' | 'source'> & { id: number; path: string };

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
 * Takes a document and corrections; gives the one that mends its own number, or null. Here `in`
 * names it by its address or as its head prints it. What speaks of this document alone goes before
 * what speaks of all.
 */
export function correctionOfHead(
  document: Pick<NamedDocument, 'address' | 'printedNumber'>,
  corrections: readonly KeptCorrection[],
): KeptCorrection | null {
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
 * Takes a citation and corrections; gives the one that mends it, or null: of several that which
 * says most exactly where.
 */
export function correctionOfCitation(
  citation: PrintedCitation,
  corrections: readonly KeptCorrection[],
): KeptCorrection | null {
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
 * The words as they stand, but for blanks and kinds of brackets; or the number, or the title, that
 * is named.
 */
function hasWords({ words, title, printedNumber }: PrintedCitation, written: string): boolean {
  const wanted = bare(written);
  if (bare(words) === wanted || (title !== null && bare(title) === wanted)) return true;
  return printedNumber !== null && readDocNumber(written)?.canonical === printedNumber;
}

const bare = (words: string): string => normalise(words).replace(/^[《(]+|[》)]+$/g, '');

/**
 * The most exact; between equals that of the first path and line, so that nothing depends on which
 * was read first.
 */
function first(corrections: readonly KeptCorrection[]): KeptCorrection | null {
  const exactness = ({ kind, about, section }: KeptCorrection): number =>
    (kind === 'citation' ? 2 : 0) + (about === null ? 0 : 1) + (section === null ? 0 : 1);
  const order = (one: KeptCorrection, other: KeptCorrection): number =>
    exactness(other) - exactness(one) ||
    (one.path < other.path ? -1 : one.path > other.path ? 1 : one.line - other.line);
  return [...corrections].sort(order)[0] ?? null;
}
