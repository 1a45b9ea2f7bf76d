import type { ValidityState } from '@/lib/validity/validity';
import type { FormSlip } from './number-form';

/** A held document, as a finding shows it. */
export interface CheckedDocument {
  title: string;
  docNumber: string | null;
  href: string;
  municipality: { name: string; sample: boolean };
}

/** The sentence that proves a state of validity. */
export interface Proof {
  state: ValidityState;
  /** `YYYY-MM-DD`; null where it is not known. */
  day: string | null;
  sentence: string;
  /** The words that are the proof; they stand in `sentence` at `wordsAt` (UTF-16 units). */
  words: string;
  wordsAt: number;
  /** Where the sentence stands; null for an editorial correction, which names its source. */
  by: { name: string; href: string } | null;
  source: string | null;
}

/** A number one slip away from the one that was written. */
export interface NearNumber {
  docNumber: string;
  title: string | null;
  /** The portal holds a document with it; else documents cite it. */
  held: boolean;
}

/** One thing to say about a reference. */
export type Remark =
  /** The number is not written as the standard wants it. */
  | { kind: 'form'; slips: FormSlip[] }
  /** The document with this number has another title. */
  | { kind: 'titleDiffers'; title: string }
  /** The document with this title has other numbers. */
  | { kind: 'numberDiffers'; numbers: string[] }
  /** Not held; the documents that cite the number give it other titles. */
  | { kind: 'citedOtherwise'; titles: string[] }
  /** The number is not held; these are one slip away. */
  | { kind: 'near'; numbers: NearNumber[] }
  /** Not held, but `documents` held documents cite the number. */
  | { kind: 'absent'; documents: number }
  /** Neither held nor cited. */
  | { kind: 'unknown'; what: 'number' | 'title' }
  /** Several held documents fit. */
  | { kind: 'several'; count: number; documents: CheckedDocument[] }
  | { kind: 'validity'; proof: Proof }
  /** The held document has no such article, section or attachment. */
  | { kind: 'placeMissing'; locator: string }
  /** What a decision did to the clause: 第九条已由…修改. */
  | { kind: 'clause'; state: string }
  /** A range of numbers: how many of them are held. */
  | { kind: 'range'; held: number; total: number };

/** Levels of a finding, the gravest first. */
export const LEVELS = ['change', 'notice', 'unknown', 'fine'] as const;
/**
 * How grave a finding is.
 *
 * - change: something is wrong
 * - notice: it is right, and there is something to know
 * - unknown: there is nothing to compare with
 * - fine
 */
export type Level = (typeof LEVELS)[number];

/** A way to write a reference as the standard has it. */
export interface Proposal {
  text: string;
  /**
   * `standard`: the one reading. `byNumber`, `byTitle`: where number and title contradict each
   * other, what each of them means.
   */
  meaning: 'standard' | 'byNumber' | 'byTitle';
}

/** The findings on one reference, with every place where it stands in the same words. */
export interface Finding {
  level: Level;
  /** As the draft writes it. */
  words: string;
  /** Half open, in UTF-16 units of the draft. */
  places: { start: number; end: number }[];
  document: CheckedDocument | null;
  remarks: Remark[];
  /** Empty where the draft writes it in this way already. */
  proposals: Proposal[];
}

/** The findings of a draft. It is all JSON: a page without script gets it back with its form. */
export interface CheckReport {
  findings: Finding[];
  /** Mentions beyond REFERENCES_LIMIT, which were not looked up. */
  left: number;
}
