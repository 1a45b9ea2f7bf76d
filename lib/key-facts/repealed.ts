import { listCitations, listSectionTexts } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

/** What a document repeals: 取代. */
export interface Repealed {
  /** As the text has it: 本政办发〔2022〕22号. */
  number: string;
  /** Address of the section that says so. */
  address: string;
}

/** Up to so many numbers are what a document takes the place of. */
const FEW = 3;

/** Lists the numbers that a document repeals. Many are a list, and none is told. */
export function listRepealed(tree: ast.Document): Repealed[] {
  const repealed = new Map<string, Repealed>();
  for (const { citation, address } of listCitations(listSectionTexts(tree))) {
    const number = citation.docNumber?.canonical;
    if (citation.relation === 'repeals' && number !== undefined && !repealed.has(number))
      repealed.set(number, { number, address });
  }
  return repealed.size > FEW ? [] : [...repealed.values()];
}
