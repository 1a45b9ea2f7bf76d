import { groupBy } from '@/lib/collections/group-by';
import type { TieRow } from '@/lib/db/queries/citations/ties';
import type { CitationTie } from '@/lib/validity/citation-tie';

/** A document of a block, with the first sentence that ties it. */
interface TiedDocument {
  row: TieRow;
  /** Sentences, each once. */
  sentences: TieRow[];
}

/** A block of documents with one tie. */
export interface TieGroup {
  tie: CitationTie;
  documents: TiedDocument[];
}

const ORDER: readonly CitationTie[] = ['corrects', 'interprets', 'reissues', 'basis'];

/**
 * Gathers what a document is tied to, by tie and document.
 * @param rows in the order of their documents
 * @param keyOf what makes two rows be about one document
 */
export const groupTies = (rows: readonly TieRow[], keyOf: (row: TieRow) => string): TieGroup[] =>
  ORDER.flatMap((tie) => {
    const ofTie = [
      ...groupBy(
        rows.filter((row) => row.tie === tie),
        keyOf,
      ).values(),
    ];
    return ofTie.length === 0
      ? []
      : [{ tie, documents: ofTie.map((group) => ({ row: group[0], sentences: once(group) })) }];
  });

/** What the document itself cites: a held document, else a number, else a title. */
export const citedKey = ({ target, docNumber, title, words }: TieRow): string =>
  target ? String(target.id) : (docNumber ?? title ?? words);

/** Who cites the document. */
export const citingKey = ({ document }: TieRow): string => String(document.id);

const once = (group: readonly TieRow[]): TieRow[] => [...new Map(group.map((row) => [row.sentence, row])).values()];
