import 'server-only';
import { articleOfParagraph, readDocNumber } from '@/lib/gazette';
import { machineDate } from '@/lib/text/format';
import {
  firstLines,
  headingAbove,
  type DocumentPeek,
  type Peek,
  type PeekTarget,
  type PeekPassage,
} from '@/lib/views/document/peek';
import type { Validity } from '@/lib/validity/validity';
import { getClient } from '@/lib/db/client';
import { placeIn, sectionPlaceSql } from '@/lib/db/section-columns';
import type { HitPlace } from '@/lib/search/engine';
import { findLedgerDocument } from '@/lib/db/queries/ledger/documents';
import { resolvePlace } from '@/lib/db/queries/ledger/resolve-place';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { findClauseState } from '@/lib/db/queries/validity/clause-states';
import { getNumberValidity, listValidities } from '@/lib/db/queries/validity/validities';

/**
 * Reads in short what a link leads to. No tree is loaded, however long the document.
 * @returns null where nothing is held there
 */
export async function getPeek(target: PeekTarget): Promise<Peek | null> {
  if (target.kind === 'number') return peekAtNumber(target.spelling);
  const peek = await peekAtDocument(target);
  return peek && (target.address === null || peek.section) ? peek : peekByLedger(target, peek);
}

/**
 * Follows the ledger where a link names what is not held.
 * @param held what is shown where it tells nothing
 */
async function peekByLedger(target: DocumentTarget, held: DocumentPeek | null): Promise<Peek | null> {
  const { municipality, document, address } = target;
  const place = { municipality, document, section: address ?? undefined };
  const answer = await resolvePlace(place);
  if (answer.kind === 'leads')
    return peekAtDocument({ kind: 'document', ...answer.to, address: answer.to.section ?? null });
  const news = await tellPlace(place, () => '');
  if (!news || !('error' in news)) return held;
  const known = await findLedgerDocument(municipality, document);
  return known && { kind: 'ended', title: known.title, docNumber: known.docNumber, statement: news.error };
}

type DocumentTarget = Extract<PeekTarget, { kind: 'document' }>;

interface DocumentRow {
  id: number;
  title: string;
  docNumber: string | null;
  signedOn: Date | null;
  municipality: string;
  sample: boolean;
  /** Its first passages from the section that is asked for, each cut; null where it has none. */
  stretches: (HitPlace & PeekPassage)[] | null;
}

async function peekAtDocument({ municipality, document, ...asked }: DocumentTarget): Promise<DocumentPeek | null> {
  // Of a 款 it is the article that is shown.
  const address = asked.address && (articleOfParagraph(asked.address) ?? asked.address);
  const [row] = await getClient().$queryRaw<DocumentRow[]>`
    SELECT document."id", document."title", document."docNumber", document."signedOn", municipality."name" AS "municipality", municipality."sample",
      (SELECT jsonb_agg(to_jsonb(stretch) ORDER BY stretch."position") FROM (
        SELECT ${sectionPlaceSql}, section."position", left(section."text", 400) AS "text"
        FROM "Section" section
        WHERE section."documentId" = document."id" AND section."position" >= coalesce(
          (SELECT meant."position" FROM "Section" meant WHERE meant."documentId" = document."id" AND meant."address" = ${address}), 1)
        ORDER BY section."position" LIMIT 6
      ) stretch) AS "stretches"
    FROM "Municipality" municipality JOIN "Document" document ON document."municipalityId" = municipality."id"
    WHERE municipality."slug" = ${municipality} AND document."slug" = ${document}`;
  if (!row) return null;
  const { id, stretches, signedOn, ...facts } = row;
  const validity = (await listValidities([id])).get(id);
  const [first] = stretches ?? [];
  const section = first && first.address === address ? first : null;
  return {
    kind: 'document',
    ...facts,
    signedOn: signedOn && machineDate(signedOn),
    validity: inShort(validity),
    clause: section && (await findClauseState(id, section.address)),
    section: section && { ...placeIn(section), heading: headingAbove(section.heading, section.text) },
    lines: firstLines(stretches ?? [], section && section.address),
  };
}

const TITLES = 3;
/** Documents with a number that are counted; one alone is shown itself. */
const BEARERS = 20;

async function peekAtNumber(spelling: string): Promise<Peek | null> {
  const docNumber = readDocNumber(spelling)?.canonical;
  if (!docNumber) return null;
  const client = getClient();
  const [documents, cited, titles, validity] = await Promise.all([
    client.document.findMany({
      where: { docNumber },
      select: { slug: true, municipality: { select: { slug: true } } },
      take: BEARERS,
    }),
    client.citedNumber.findUnique({ where: { docNumber }, select: { documents: true } }),
    client.$queryRaw<{ title: string; count: number }[]>`
      SELECT "title", count(*)::int AS "count" FROM "Citation"
      WHERE "docNumber" = ${docNumber} AND "title" IS NOT NULL AND NOT "aliasDefinition"
      GROUP BY "title" ORDER BY 2 DESC, 1 LIMIT ${TITLES}`,
    getNumberValidity(docNumber),
  ]);
  const [document] = documents;
  if (document && documents.length === 1)
    return peekAtDocument({
      kind: 'document',
      municipality: document.municipality.slug,
      document: document.slug,
      address: null,
    });
  if (!document && !cited && titles.length === 0) return null;
  return {
    kind: 'number',
    docNumber,
    held: documents.length,
    citing: cited?.documents ?? 0,
    titles,
    validity: inShort(validity),
  };
}

/** Gives the state with the latest statement that proves it. */
function inShort(validity: Validity | undefined): DocumentPeek['validity'] {
  const proof = validity?.proof[0];
  const by = proof?.place ? (proof.place.docNumber ?? proof.place.title) : (proof?.source ?? null);
  return { state: validity?.state ?? 'unknown', by, day: proof?.day ? machineDate(proof.day) : null };
}
