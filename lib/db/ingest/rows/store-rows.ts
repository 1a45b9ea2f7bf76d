import { insertRows, reserveIds } from './insert-rows';
import { documentConditions, withConditions } from './condition-codes';
import type { PreparedDocument, PreparedTocGroup } from './prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** What all documents of a source file belong to. */
interface Belonging {
  municipalityId: number;
  sourceFileId: number;
  issueId: number | null;
}

/** A document with its address. */
export interface PlacedDocument extends PreparedDocument {
  slug: string;
}

/**
 * Stores the documents and contents of one source file, with everything that belongs to them.
 * @returns the ids of the documents, in their order
 */
export async function storeRows(
  transaction: Transaction,
  documents: readonly PlacedDocument[],
  groups: readonly PreparedTocGroup[],
  belonging: Belonging,
): Promise<number[]> {
  const { municipalityId, issueId } = belonging;
  const ids = await reserveIds(transaction, {
    Document: documents.length,
    Section: documents.reduce((sum, { sections }) => sum + sections.length, 0),
    TocGroup: groups.length,
  });
  const placed = documents.map((document, index) => ({
    ...document,
    id: ids.Document[index]!,
    sectionIds: takeIds(document, ids.Section),
  }));
  /** Makes the rows of what stands in sections. */
  const inSections = (list: (document: PreparedDocument) => readonly InSection[]) => (): object[] =>
    placed.flatMap((document) =>
      list(document).map(({ address, columns }) => ({
        ...columns,
        documentId: document.id,
        sectionId: idAt(document.sectionIds, address),
      })),
    );
  const documentIdAt = new Map(placed.map(({ id, columns }) => [columns.position, id]));
  await insertRows(transaction, [
    {
      table: 'Document',
      makeRows: () => placed.map(({ id, slug, columns }) => ({ ...columns, ...belonging, id, slug })),
    },
    {
      table: 'Section',
      makeRows: () =>
        placed.flatMap(({ id, sectionIds, columns, sections }) => {
          const conditions = documentConditions(columns, { documentId: id, municipalityId, issueId });
          return sections.map((section) => ({
            ...withConditions(section, conditions),
            id: idAt(sectionIds, section.address),
            documentId: id,
          }));
        }),
    },
    { table: 'Citation', makeRows: inSections(({ citations }) => citations) },
    { table: 'ValidityClause', makeRows: inSections(({ clauses }) => clauses) },
    { table: 'AmendmentOperation', makeRows: inSections(({ operations }) => operations) },
    { table: 'KeyFact', makeRows: inSections(({ keyFacts }) => keyFacts) },
    {
      table: 'TocGroup',
      makeRows: () =>
        groups.map(({ heading, position }, index) => ({ id: ids.TocGroup[index], heading, position, issueId })),
    },
    {
      table: 'TocEntry',
      makeRows: () =>
        groups.flatMap(({ entries }, index) =>
          entries.map(({ columns, documentPosition }) => ({
            ...columns,
            groupId: ids.TocGroup[index],
            documentId: documentPosition === null ? null : idAt(documentIdAt, documentPosition),
          })),
        ),
    },
  ]);
  return ids.Document;
}

/** Something that stands in a section. */
interface InSection {
  /** Address of the section. */
  address: string;
  columns: object;
}

/** Takes an id for each section of a document from those that are left; gives them by address. */
function takeIds({ sections }: PreparedDocument, left: number[]): Map<string, number> {
  const ids = left.splice(0, sections.length);
  return new Map(sections.map(({ address }, index) => [address, ids[index]!]));
}

function idAt<Key>(ids: Map<Key, number>, key: Key): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing is stored at ${String(key)}`);
  return id;
}
