import { hashBytes, replaceText } from '@/lib/source-files';
import { loadBytes } from '@/lib/db/ingest/source-bytes';
import { storeSource } from '@/lib/db/ingest/store';
import { prepareDocument } from '@/lib/db/ingest/rows/prepare-rows';
import { PORTAL_COLUMNS, withPortalFacts, type PortalColumns } from '@/lib/db/ingest/rows/portal-facts';
import type { PreparedSource } from '@/lib/db/ingest/rows/prepared';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { readTree } from '@/lib/db/stored-tree';
import { maskText, maskTree, type ErasedWords } from '@/lib/erasure/mask';
import { plainWords } from '@/lib/erasure/plain-words';
import { treeVersion } from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';
import { rememberRenamed, type Renamed } from './mask-versions';

/** What was covered of one source file. */
export interface MaskedSource {
  name: string;
  path: string | null;
  documents: number;
  /** `masked`: kept with the words covered; `dropped`: not kept any more; `none`: were not kept. */
  bytes: 'masked' | 'dropped' | 'none';
}

/**
 * Covers words in everything that a source file gave, and in its kept bytes.
 *
 * Its rows are made anew from the covered trees, so that no index, count or link knows the words.
 * @returns null where it has none of them
 */
export async function maskSource(
  transaction: Transaction,
  sourceFileId: number,
  erased: ErasedWords,
  renamed: Renamed,
): Promise<MaskedSource | null> {
  const file = await transaction.sourceFile.findUniqueOrThrow({
    where: { id: sourceFileId },
    include: {
      issue: { include: { tocGroups: { include: { entries: true }, orderBy: { position: 'asc' } } } },
      documents: { orderBy: { position: 'asc' }, include: { municipality: { select: { name: true } } } },
    },
  });
  const documents = file.documents.map((document) => {
    const before = readTree(document, document.slug);
    return { document, before, ...maskTree(before, erased) };
  });
  const masked = documents.filter(({ isMasked }) => isMasked);
  const bytes = await maskBytes(transaction, file, erased);
  const hasTitles = JSON.stringify(maskContents(file.issue, erased)) !== JSON.stringify(maskContents(file.issue, null));
  if (masked.length === 0 && !bytes.hasWords && !hasTitles) return null;
  for (const { document, before, tree } of masked) {
    rememberRenamed(renamed, before, tree);
    const title = maskText(document.title, erased);
    // What is held is compared with what is stored in its place: nothing of it changes but this.
    await transaction.document.update({
      where: { id: document.id },
      data: { tree: tree as unknown as Prisma.InputJsonValue, treeVersion, title, titleKey: titleKey(title) },
    });
  }
  const { issue } = file;
  const dates = issue && {
    year: issue.year,
    ...(issue.publishedOn && { publishedOn: issue.publishedOn.toISOString().slice(0, 10) }),
  };
  const source: PreparedSource = {
    municipality: file.documents[0]!.municipality.name,
    ...maskContents(issue, erased, new Map(file.documents.map(({ id, position }) => [id, position]))),
    documents: documents.map(({ document, tree }) => {
      const prepared = prepareDocument(tree, document.position, dates ?? undefined);
      return { ...prepared, columns: withPortalFacts(prepared.columns, maskPortalFacts(document, erased)) };
    }),
  };
  const stored = {
    name: maskText(file.name, erased),
    path: file.path,
    hash: file.hash,
    size: file.size,
    ingestedAt: file.ingestedAt,
    bytes: bytes.kept,
    // Also of bytes that were not kept: a later ingest would keep those of the file.
    erasedHash: hashBytes(bytes.kept) === file.hash ? null : hashBytes(bytes.kept),
  };
  await storeSource(transaction, stored, file.parserVersion, source, [file], { accept: true });
  return { name: stored.name, path: file.path, documents: masked.length, bytes: bytes.outcome };
}

/** Gives what the block of keys states of a document, with words covered. */
function maskPortalFacts(document: PortalColumns, erased: ErasedWords): PortalColumns {
  const kept = PORTAL_COLUMNS.map((name) => {
    const value = document[name];
    return [name, typeof value === 'string' && name !== 'indexKey' ? maskText(value, erased) : value];
  });
  return Object.fromEntries(kept) as PortalColumns;
}

type IssueWithContents = Prisma.IssueGetPayload<{ include: { tocGroups: { include: { entries: true } } } }>;

/** Makes the rows of an issue and its contents again, with words covered. */
function maskContents(
  issue: IssueWithContents | null,
  erased: ErasedWords | null,
  positions: ReadonlyMap<number, number> = new Map(),
): Pick<PreparedSource, 'issue' | 'tocGroups'> {
  if (!issue) return { issue: null, tocGroups: [] };
  const mask = (text: string): string => (erased ? maskText(text, erased) : text);
  const { id: _id, municipalityId: _municipality, sourceFileId: _file, tocGroups, ...columns } = issue;
  return {
    issue: {
      ...columns,
      title: mask(columns.title),
      publisher: columns.publisher === null ? null : mask(columns.publisher),
    },
    tocGroups: tocGroups.map(({ heading, position, entries }) => ({
      heading: mask(heading),
      position,
      entries: [...entries]
        .sort((one, other) => one.position - other.position)
        .map((entry) => ({
          columns: { position: entry.position, title: mask(entry.title), docNumber: entry.docNumber },
          documentPosition: entry.documentId === null ? null : (positions.get(entry.documentId) ?? null),
        })),
    })),
  };
}

/** Covers words in the kept bytes; where that cannot be done in their format, none are kept. */
async function maskBytes(
  transaction: Transaction,
  file: { id: number; name: string; path: string | null; hash: string; size: number },
  erased: ErasedWords,
): Promise<{ kept: Uint8Array; outcome: MaskedSource['bytes']; hasWords: boolean }> {
  const bytes = await loadBytes(transaction, file);
  if (bytes === 'none') return { kept: new Uint8Array(), outcome: 'none', hasWords: false };
  if (typeof bytes === 'string') return { kept: new Uint8Array(), outcome: 'dropped', hasWords: false };
  const hasNone = (text: string): boolean => !plainWords(text).words.includes(erased.words);
  let hasWords = false;
  const masked = replaceText(
    file.path ?? file.name,
    bytes,
    (text) => {
      const covered = maskText(text, erased);
      hasWords = covered !== text;
      return covered;
    },
    hasNone,
  );
  return masked
    ? { kept: masked, outcome: 'masked', hasWords }
    : { kept: new Uint8Array(), outcome: 'dropped', hasWords: false };
}
