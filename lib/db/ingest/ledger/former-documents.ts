import type * as ast from '@/lib/gazette/ast';
import { isReadableTree } from '@/lib/gazette/tree/former-trees';
import { readTree } from '@/lib/db/stored-tree';
import { unpackTree } from '@/lib/db/ledger/tree-bytes';
import { isParagraph, listWithParagraphs, type Passage } from '@/lib/versions';
import type { PreparedDocument } from '@/lib/db/ingest/rows/prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { titleKey } from '@/lib/search/text/title-key';

/** A document that a file gave before, or that is not held any more. */
export interface FormerDocument {
  /** Of its row; null where it is not held any more. */
  heldId: number | null;
  /** Null where a former release stored it without the ledger. */
  ledgerId: number | null;
  /** Slug of the municipality. */
  municipality: string;
  municipalityName: string;
  slug: string;
  title: string;
  titleKey: string;
  docNumber: string | null;
  /** Set where a correction changed its number: it is recognised by the printed one. */
  printedNumber: string | null;
  version: number;
  arrivedAt: Date;
  versionAt: Date;
  issue: { year: number; number: number; edition: string } | null;
  agency: string | null;
  source: { name: string; hash: string; parserVersion: string };
  /** Its tree as it is stored; null where the words were erased. */
  tree: unknown;
  treeVersion: number;
  passages: Passage[];
  /** The 款 of its articles, which have addresses beside those of passages. */
  paragraphs: Passage[];
  /** Whether it is held no more: it came back, if one of the new documents is it. */
  hasEnded: boolean;
}

/** Loads the documents of source files that are about to go, in their order. */
export async function loadHeldDocuments(
  transaction: Transaction,
  sourceFileIds: readonly number[],
): Promise<FormerDocument[]> {
  if (sourceFileIds.length === 0) return [];
  // In one statement: Prisma would ask for each relation beside the others, on one connection.
  const rows = await transaction.$queryRaw<HeldRow[]>`
    SELECT document."id", document."slug", document."title", document."titleKey", document."docNumber", document."printedNumber", document."agency",
      document."tree", document."treeVersion", municipality."slug" AS "municipality", municipality."name" AS "municipalityName",
      issue."year", issue."number", issue."edition", file."name", file."hash", file."parserVersion",
      ledger."id" AS "ledgerId", coalesce(ledger."version", 1) AS "version",
      coalesce(ledger."arrivedAt", file."ingestedAt") AS "arrivedAt", coalesce(ledger."versionAt", file."ingestedAt") AS "versionAt"
    FROM "Document" document
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    JOIN "SourceFile" file ON file."id" = document."sourceFileId"
    LEFT JOIN "Issue" issue ON issue."id" = document."issueId"
    LEFT JOIN "LedgerDocument" ledger ON ledger."documentId" = document."id"
    WHERE document."sourceFileId" = ANY (${[...sourceFileIds]}::int[])
    ORDER BY document."sourceFileId", document."position"`;
  return rows.map(({ id, year, number, edition, name, hash, parserVersion, ...row }) => ({
    ...row,
    heldId: id,
    issue: year === null || number === null ? null : { year, number, edition: edition ?? '' },
    source: { name, hash, parserVersion },
    ...passagesOf(isReadableTree(row.treeVersion) ? readTree(row, `${row.municipality}/${row.slug}`) : null),
    hasEnded: false,
  }));
}

/** Lists passages and 款 of a tree; none where its words are not known. */
function passagesOf(tree: ast.Document | null): Pick<FormerDocument, 'passages' | 'paragraphs'> {
  const all = tree === null ? [] : listWithParagraphs(tree);
  return { passages: all.filter((each) => !isParagraph(each)), paragraphs: all.filter(isParagraph) };
}

/** A row of what is held, as it is asked for. */
type HeldRow = Omit<FormerDocument, 'heldId' | 'issue' | 'source' | 'passages' | 'paragraphs' | 'hasEnded'> & {
  id: number;
  year: number | null;
  number: number | null;
  edition: string | null;
  name: string;
  hash: string;
  parserVersion: string;
};

/**
 * Loads documents that are held no more and may be among new ones.
 *
 * They have the number of one, or the address that it would get.
 */
export async function loadEndedDocuments(
  transaction: Transaction,
  municipality: string,
  documents: readonly PreparedDocument[],
): Promise<FormerDocument[]> {
  const slugs = documents.map(({ preferredSlug }) => preferredSlug);
  const docNumbers = documents.flatMap(({ columns }) => columns.docNumber ?? []);
  const rows = await transaction.ledgerDocument.findMany({
    where: {
      municipality,
      documentId: null,
      OR: [{ slug: { in: slugs } }, { docNumber: { in: docNumbers } }],
    },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return [];
  const kept = await transaction.documentVersion.findMany({
    where: { ledgerDocumentId: { in: rows.map(({ id }) => id) } },
  });
  return Promise.all(
    rows.map(async (row): Promise<FormerDocument> => {
      const last = kept.find(({ ledgerDocumentId, number }) => ledgerDocumentId === row.id && number === row.version);
      const holder =
        last?.sameAs == null
          ? last
          : kept.find(({ ledgerDocumentId, number }) => ledgerDocumentId === row.id && number === last.sameAs);
      const isReadable = holder?.tree != null && isReadableTree(holder.treeVersion);
      const tree = isReadable
        ? await unpackTree(holder.tree!, holder.treeVersion, `${row.municipality}/${row.slug}?v=${row.version}`)
        : null;
      return {
        heldId: null,
        ledgerId: row.id,
        municipality: row.municipality,
        municipalityName: row.municipalityName,
        slug: row.slug,
        title: row.title,
        titleKey: titleKey(row.title),
        docNumber: row.docNumber,
        printedNumber: null,
        version: row.version,
        arrivedAt: row.arrivedAt,
        versionAt: row.versionAt,
        issue: null,
        agency: null,
        source: {
          name: last?.sourceName ?? '',
          hash: last?.sourceHash ?? '',
          parserVersion: last?.parserVersion ?? '',
        },
        tree,
        treeVersion: holder?.treeVersion ?? 0,
        ...passagesOf(tree),
        hasEnded: true,
      };
    }),
  );
}
