import type { ValidityState } from '@/lib/validity/validity';
import type { FormSlip } from './number-form';

/**
 * What a check of a draft gives. JSON all the way: a page without script gets it back with its
 * form.
 */

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
  /** `YYYY-MM-DD`; null where nobody tells it. */
  day: string | null;
  sentence: string;
  words: string;
  wordsAt: number;
  /** Where the sentence stands; null for an editorial correction, which names its source. */
  by: { name: string; href: string } | null;
  source: string | null;
}

/** A number that may have been meant. */
export interface NearNumber {
  docNumber: string;
  title: string | null;
  /** The portal holds a document with it; else others cite it. */
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
  /** Not held; those who cite the number name it otherwise. */
  | { kind: 'citedOtherwise'; titles: string[] }
  /** Neither the number nor its title is known, but these are nearly the same. */
  | { kind: 'near'; numbers: NearNumber[] }
  /** Not held, but so many held documents cite the number. */
  | { kind: 'absent'; documents: number }
  /** Nobody here knows the number, or the title. */
  | { kind: 'unknown'; what: 'number' | 'title' }
  /** Several held documents fit. */
  | { kind: 'several'; count: number; documents: CheckedDocument[] }
  | { kind: 'validity'; proof: Proof }
  /** The held document has no such article, section or attachment. */
  | { kind: 'placeMissing'; locator: string }
  /** A range of numbers: how many of them are held. */
  | { kind: 'range'; held: number; total: number };

export const LEVELS = ['change', 'notice', 'unknown', 'fine'] as const;
/**
 * change: something is wrong · notice: right, and there is something to know · unknown: nothing to
 * compare with · fine.
 */
export type Level = (typeof LEVELS)[number];

/**
 * A way to write the reference: the one that is meant, or one of two where number and title
 * contradict each other.
 */
export interface Proposal {
  text: string;
  meaning: 'standard' | 'byNumber' | 'byTitle';
}

/** One reference of the draft, with every place where it stands in the same words. */
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

export interface CheckReport {
  findings: Finding[];
  /** References beyond the limit, which were not looked at. */
  left: number;
}
