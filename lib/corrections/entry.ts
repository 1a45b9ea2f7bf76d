/** Name of a file of corrections (勘误), which the editors of the portal write. */
export const CORRECTIONS_FILE = 'corrections.yml';

/**
 * citation: these printed words mean that document · misprint: this number is a misprint of that
 * one, wherever it is printed · repeal: this document is repealed by that one.
 */
type CorrectionKind = 'citation' | 'misprint' | 'repeal';

/**
 * One entry of a corrections file. A document is named by its canonical number or by its address
 * (benxi/benzhengfa-2022-6).
 */
export interface CorrectionEntry {
  kind: CorrectionKind;
  /** Line of the file, from 1. */
  line: number;
  /**
   * Of a citation the citing document; of a misprint the document that prints it, null for all; of
   * a repeal the repealed document.
   */
  about: string | null;
  /** Address of the citing section; null for any. */
  section: string | null;
  /** The words of the citation as printed; the misprinted number, canonical; null of a repeal. */
  printed: string | null;
  /** The cited document; the right number, canonical; the repealing document. */
  meant: string;
  /** Day of the repeal, `YYYY-MM-DD`. */
  day: string | null;
  /** Who told the editors. */
  source: string;
}

/** An entry without its line in the file. */
export type EntryContent = Omit<CorrectionEntry, 'line'>;

/** A fault of a corrections file: where, what, and what to do. */
export interface CorrectionProblem {
  line: number;
  reason: string;
}

/** Whether a name is an address: it has a slash, which no number has. */
export const isAddress = (name: string): boolean => name.includes('/');
