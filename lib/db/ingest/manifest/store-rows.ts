import type { ManifestRow } from '@/lib/manifest/entry';
import { indexKey } from '@/lib/search/text/index-key';
import type { HeldSource } from '@/lib/db/ingest/identity';
import { insertRows } from '@/lib/db/ingest/rows/insert-rows';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { assignRows } from './assign-rows';
import type { StatedRows } from './manifest-book';

/** What is stored of the rows about one source file. */
export interface SourceRows extends StatedRows {
  sourceFileId: number;
}

/** Stores what manifests state of source files, in place of what was stored before. */
export async function storeStatedRows(transaction: Transaction, sources: readonly SourceRows[]): Promise<void> {
  if (sources.length === 0) return;
  const ids = sources.map(({ sourceFileId }) => sourceFileId);
  await transaction.manifestRow.deleteMany({ where: { sourceFileId: { in: ids } } });
  await insertRows(transaction, [
    {
      table: 'ManifestRow',
      makeRows: () =>
        sources.flatMap(({ sourceFileId, rows }) =>
          rows.map((row, at) => ({ ...columnsOf(row), sourceFileId, position: at + 1 })),
        ),
    },
  ]);
  await transaction.$executeRaw`
    UPDATE "SourceFile" source SET "manifestPath" = stated."path", "manifestHash" = stated."hash"
    FROM unnest(
      ${ids}::int[], ${sources.map(({ manifestPath }) => manifestPath)}::text[], ${sources.map(({ manifestHash }) => manifestHash)}::text[]
    ) AS stated("id", "path", "hash")
    WHERE source."id" = stated."id"`;
  await assignRows(transaction, ids);
}

const columnsOf = ({ line: _line, file: _file, ...facts }: ManifestRow) => ({
  ...facts,
  indexKey: facts.indexNumber === null ? null : indexKey(facts.indexNumber),
});

/**
 * Reads the held rows about source files that will be replaced.
 *
 * A row that names the file alone goes on only with the document that it was about: another text
 * may have taken its place.
 * @param replaced the one whose rows go on first
 * @param hash of the bytes that take their place
 */
export async function readStatedRows(
  transaction: Transaction,
  replaced: readonly HeldSource[],
  hash: string,
): Promise<StatedRows | null> {
  const source = replaced.find(({ manifestHash }) => manifestHash !== null);
  if (!source) return null;
  const rows = await transaction.manifestRow.findMany({
    where: { sourceFileId: source.id },
    include: { document: { select: { docNumber: true, printedNumber: true, title: true } } },
    orderBy: { position: 'asc' },
  });
  const { manifestPath, manifestHash } = source;
  return {
    manifestPath,
    manifestHash,
    rows: rows.map(({ title, docNumber, indexNumber, topic, validity, signedOn, publishedOn, url, document }) => {
      const named = source.hash === hash ? null : document;
      return {
        line: 0,
        file: '',
        title: title ?? named?.title ?? null,
        docNumber: docNumber ?? named?.printedNumber ?? named?.docNumber ?? null,
        ...{ indexNumber, topic, validity, url },
        signedOn: asDay(signedOn),
        publishedOn: asDay(publishedOn),
      };
    }),
  };
}

const asDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
