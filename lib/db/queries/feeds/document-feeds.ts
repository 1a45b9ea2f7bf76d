import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { listLapsesAhead } from './lapse-notices';
import { readEvents } from './event-rows';
import { withoutParts, type FollowedEntries } from './entries';
import { pickOfDocument, pickOfSection } from './picked-events';

const select = { id: true, municipality: true, slug: true, title: true, docNumber: true, documentId: true } as const;

/** A document that is followed: at its address now, or the last one. */
interface FollowedLedgerDocument {
  id: number;
  /** Slug. */
  municipality: string;
  slug: string;
  title: string;
  docNumber: string | null;
  documentId: number | null;
}

/** Finds a document that was ever held, by its address or a former one. */
async function findDocument(municipality: string, slug: string): Promise<FollowedLedgerDocument | null> {
  const prisma = getClient();
  const now = await prisma.ledgerDocument.findUnique({ where: { municipality_slug: { municipality, slug } }, select });
  if (now) return now;
  const former = await prisma.formerAddress.findUnique({
    where: { municipality_slug: { municipality, slug } },
    select: { ledgerDocument: { select } },
  });
  return former?.ledgerDocument ?? null;
}

/**
 * Lists what happened last to a document, and what others do with its number. A feed of a former
 * address is that of the document.
 * @returns null where no document ever had the address
 */
export async function listDocumentEntries(municipality: string, slug: string) {
  const document = await findDocument(municipality, slug);
  if (!document) return null;
  const [followed, notices] = await Promise.all([
    readEvents(pickOfDocument(document.id, document.docNumber)).then(withoutParts),
    document.documentId === null ? [] : listLapsesAhead(Prisma.sql`document."id" = ${document.documentId}::int`),
  ]);
  return { document, ...followed, notices };
}

/** What became of the words that an address in a document meant. */
export interface PassageFate {
  /** moved, changed, below (changed inside alone), gone */
  kind: string;
  /** As printed. */
  marker: string;
  heading: string;
  /** Where the words are since then; null where they are nowhere. */
  to: { municipality: string; slug: string; address: string } | null;
}

/** What happened to a section, and what each change made of its words. */
export interface FollowedSection extends FollowedEntries {
  document: FollowedLedgerDocument;
  /** What it is called now, or was last; as printed. */
  name: { marker: string; heading: string };
  /** By the id of the change. */
  fates: ReadonlyMap<string, PassageFate>;
}

interface PassageRow {
  changeId: string;
  kind: string;
  marker: string;
  heading: string;
  to: PassageFate['to'];
}

/**
 * Lists what happened last to a section of a document.
 * @returns null where the document never had a section with the address
 */
export async function listSectionEntries(
  municipality: string,
  slug: string,
  address: string,
): Promise<FollowedSection | null> {
  const document = await findDocument(municipality, slug);
  if (!document) return null;
  const prisma = getClient();
  const [held, passages, events] = await Promise.all([
    document.documentId === null
      ? null
      : prisma.section.findUnique({
          where: { documentId_address: { documentId: document.documentId, address } },
          select: { marker: true, heading: true },
        }),
    prisma.$queryRaw<PassageRow[]>`
      SELECT passage."changeId"::text AS "changeId", passage."kind", passage."marker", passage."heading",
        CASE WHEN target."id" IS NOT NULL AND passage."kind" <> 'gone'
          THEN json_build_object('municipality', target."municipality", 'slug', target."slug", 'address', passage."toAddress") END AS "to"
      FROM "FormerPassage" passage LEFT JOIN "LedgerDocument" target ON target."id" = passage."toLedgerDocumentId"
      WHERE passage."ledgerDocumentId" = ${document.id}::int AND passage."address" = ${address}
      ORDER BY passage."id" DESC`,
    readEvents(pickOfSection(document.id, address)),
  ]);
  const name = held ?? passages[0];
  if (!name) return null;
  return {
    document,
    name: { marker: name.marker, heading: name.heading },
    fates: new Map(passages.map(({ changeId, ...fate }) => [changeId, fate])),
    ...(await withoutParts(events)),
  };
}
