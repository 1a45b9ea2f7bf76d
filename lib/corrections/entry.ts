/** 勘误: what editors mend, as a corrections.yml says it. */

export const CORRECTIONS_FILE = 'corrections.yml';

/**
 * citation: these printed words mean that document · misprint: this number was a misprint of that
 * one, at heads and in mentions alike · repeal: this document is repealed by that one.
 */
type CorrectionKind = 'citation' | 'misprint' | 'repeal';

/**
 * One entry. A document is named by its canonical number or by its address
 * (benxi/benzhengfa-2022-6).
 */
export interface CorrectionEntry {
  kind: CorrectionKind;
  /** From 1. */
  line: number;
  /**
   * The document that cites; in which the number is misprinted (null: everywhere); that is
   * repealed.
   */
  about: string | null;
  /** Address of the section that cites; null for any. */
  section: string | null;
  /** The words of the citation as printed; the misprinted number, canonical; null of a repeal. */
  printed: string | null;
  /** The document that is meant; the right number, canonical; the document that repeals. */
  meant: string;
  /** Day of the repeal, `YYYY-MM-DD`. */
  day: string | null;
  /** Who says so. */
  source: string;
}

/** An address has a stroke between municipality and document, which no number has. */
export const isAddress = (name: string): boolean => name.includes('/');
