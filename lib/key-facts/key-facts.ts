import { listCitations, listSectionTexts } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { findChangedAmounts, type ChangedAmount } from './changed-amounts';

/** What a document repeals: 取代. */
interface Repealed {
  /** As the text has it: 本政办发〔2022〕22号. */
  number: string;
  /** Address of the section that says so. */
  address: string;
}

/** Amounts that a section sets anew. */
export interface AmountFact extends ChangedAmount {
  /** Address of the section that says so. */
  address: string;
}

/** What a document says in figures, each with the place of its sentence. */
export interface ListedKeyFacts {
  amounts: readonly AmountFact[];
  /** Empty, too, where it repeals more than a few: that is a list. */
  repealed: readonly Repealed[];
}

/** Up to so many numbers are what a document takes the place of. */
const FEW = 3;
/** Facts of each kind that are told. */
const MOST = 40;

/**
 * Lifts the key facts of a document out of its sentences, in their order.
 *
 * Nothing is said that a sentence does not say: what is not matched is not there.
 */
export function listKeyFacts(tree: ast.Document): ListedKeyFacts {
  const texts = listSectionTexts(tree);
  const amounts = texts.flatMap(({ address, text }) => findChangedAmounts(text).map((each) => ({ ...each, address })));
  const repealed = new Map<string, Repealed>();
  for (const { citation, address } of listCitations(texts)) {
    const number = citation.docNumber?.canonical;
    if (citation.relation === 'repeals' && number !== undefined && !repealed.has(number))
      repealed.set(number, { number, address });
  }
  return { amounts: amounts.slice(0, MOST), repealed: repealed.size > FEW ? [] : [...repealed.values()] };
}
