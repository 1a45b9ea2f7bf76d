import { listCitations, makeDocNumber, type SectionText } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';
import { tieOf, type CitationTie } from '@/lib/validity/citation-tie';
import type { CitationColumns, PreparedCitation } from './prepared';

/**
 * Prepares a row for each citation of a document, in the order of its text.
 *
 * Behind them is a row for each further number of a range: 示政发〔2020〕1—5号 stands once in the text
 * and means five documents.
 */
export function prepareCitations(texts: SectionText[], documentTitle: string, orderedOn: Date): PreparedCitation[] {
  const nodes = listCitations(texts);
  const further = nodes.flatMap((node) => restOfRange(node.citation).map((citation) => ({ ...node, citation })));
  return [...nodes, ...further].map(({ address, citation, sentence, wordsAt }, index) => ({
    address,
    columns: {
      ...citationColumns(citation, sentence, wordsAt),
      tie: readTie(citation, sentence, wordsAt, documentTitle),
      position: index + 1,
      orderedOn,
    },
  }));
}

function readTie(citation: ast.Citation, sentence: string, wordsAt: number, documentTitle: string): CitationTie | null {
  const { relation, value: words, title, aliasDefinition } = citation;
  return aliasDefinition ? null : tieOf({ relation, sentence, words, wordsAt, title: title ?? null }, documentTitle);
}

/** Repeats a citation for each number of its range but the first. */
function restOfRange(citation: ast.Citation): ast.Citation[] {
  const { docNumber, through } = citation;
  if (!docNumber || !through) return [];
  return Array.from({ length: through.serial - docNumber.serial }, (_each, at) => ({
    ...citation,
    docNumber: makeDocNumber({ ...docNumber, serial: docNumber.serial + at + 1 }),
  }));
}

function citationColumns(
  citation: ast.Citation,
  sentence: string,
  wordsAt: number,
): Omit<CitationColumns, 'position' | 'orderedOn' | 'tie'> {
  const { docNumber, title } = citation;
  return {
    words: citation.value,
    sentence,
    wordsAt,
    relation: citation.relation,
    locator: citation.locator ?? null,
    aliasDefinition: citation.aliasDefinition ?? false,
    title: title ?? null,
    titleKey: docNumber ? null : titleKey(title ?? citation.value),
    docNumber: docNumber?.canonical ?? null,
    agencyCode: docNumber?.agencyCode ?? null,
    year: docNumber?.year ?? null,
    serial: docNumber?.serial ?? null,
  };
}
