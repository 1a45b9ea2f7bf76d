import 'server-only';
import { getClient } from '@/lib/db/client';
import { getDocument, type DocumentDetail } from '@/lib/db/queries/documents/documents';
import type * as ast from '@/lib/gazette/ast';
import type { ChangeRow } from '@/lib/views/versions/version-list';
import { findLedgerDocument, hasEnded, type LedgerDocumentRow } from './documents';
import { getFormerVersion, type FormerVersion } from './texts';

/** A document with its former versions, held or not. */
export interface VersionedDocument {
  /** Null where a former release stored it without the ledger. */
  known: LedgerDocumentRow | null;
  /** Null where it is not held any more. */
  held: DocumentDetail | null;
  municipality: { slug: string; name: string; sample: boolean };
  slug: string;
  title: string;
  docNumber: string | null;
  /** Number of the version that is shown, or was last. */
  version: number;
}

/** Reads whose versions an address has; null where it has none to show. */
export async function getVersionedDocument(municipality: string, slug: string): Promise<VersionedDocument | null> {
  const [held, known] = await Promise.all([getDocument(municipality, slug), findLedgerDocument(municipality, slug)]);
  if (held)
    return {
      known,
      held,
      municipality: held.municipality,
      slug,
      title: held.title,
      docNumber: held.docNumber,
      version: known?.version ?? 1,
    };
  if (!known || known.slug !== slug || !hasEnded(known) || known.end === 'withdrawn') return null;
  return {
    known,
    held: null,
    municipality: { slug: known.municipality, name: known.municipalityName, sample: false },
    slug,
    title: known.title,
    docNumber: known.docNumber,
    version: known.version,
  };
}

/** Changes that a list shows, at most. */
const MOST_CHANGES = 200;

/** Lists the changes of a document, the newest first. */
export const listChanges = async (ledgerDocumentId: number): Promise<ChangeRow[]> =>
  getClient().documentChange.findMany({
    where: { ledgerDocumentId },
    select: {
      at: true,
      cause: true,
      fromVersion: true,
      toVersion: true,
      formerNumber: true,
      formerTitle: true,
      moved: true,
      changed: true,
      gone: true,
      added: true,
    },
    orderBy: { id: 'desc' },
    take: MOST_CHANGES,
  });

/** A version of a document, former or present. */
export interface ReadVersion {
  number: number;
  since: Date;
  /** Null for the present one. */
  until: Date | null;
  title: string;
  docNumber: string | null;
  /** Null where its words are not kept any more. */
  tree: ast.Document | null;
  erased: { at: Date; reason: string | null } | null;
}

/** Reads a version; null where the document has none of that number. */
export async function readFormerVersion(
  { known, held, version, title, docNumber }: VersionedDocument,
  number: number,
): Promise<ReadVersion | null> {
  if (held && number === version)
    return {
      number,
      since: known?.versionAt ?? held.sourceFile.ingestedAt,
      until: null,
      title,
      docNumber,
      tree: held.tree,
      erased: null,
    };
  const former = known && (await getFormerVersion(known.id, number));
  return former && asRead(former);
}

const asRead = ({ erasedAt, eraseReason, ...version }: FormerVersion): ReadVersion => ({
  ...version,
  erased: erasedAt && { at: erasedAt, reason: eraseReason },
});
