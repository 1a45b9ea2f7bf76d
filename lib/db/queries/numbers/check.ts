import 'server-only';
import { askDatabase, getClient } from '@/lib/db/client';
import { listLookUps, type CitedNumber, type DraftReference, type HeldDocument, type LookUpResults } from '@/lib/check';
import type * as ast from '@/lib/gazette/ast';
import { numberDistance, SLIP_LIMIT, slipsOf } from '@/lib/search/near/number-distance';
import { titleKey } from '@/lib/search/text/title-key';
import { groupBy } from '@/lib/collections/group-by';
import { findClauseStates } from '@/lib/db/queries/validity/clause-states';
import { listNumberValidities, listValidities } from '@/lib/db/queries/validity/validities';

/** Documents that share one title, at most: a draft that says 《通知》 names none of them. */
const DOCUMENTS_LIMIT = 2000;
const NEAR_SHOWN = 3;
const TITLES_SHOWN = 3;

/**
 * Looks up what the portal knows of the references of a draft.
 *
 * It takes a fixed number of statements: the documents, who cites what is not held, numbers one
 * slip away, the sections that are named, the statements on validity.
 */
export async function lookUpReferences(references: readonly DraftReference[]): Promise<LookUpResults> {
  // A server that is paused is noticed sooner than by a statement that may take long.
  await askDatabase();
  const { docNumbers, rangeNumbers, titleKeys, paths } = listLookUps(references);
  const canonical = docNumbers.map((number) => number.canonical);
  const documents = await listDocuments([...canonical, ...rangeNumbers], titleKeys);
  const byNumber = groupUnder(documents, ({ docNumber }) => [docNumber]);
  const byTitle = groupUnder(documents, (document) => [document.titleKey, document.issuedTitleKey]);
  const absent = docNumbers.filter((number) => !byNumber.has(number.canonical));
  const absentNumbers = absent.map((number) => number.canonical);
  const [cited, near, clauseStates, validities, numberValidities] = await Promise.all([
    listCited(absentNumbers),
    listNear(absent),
    findClauseStates(documentsToOpen(references, byNumber, byTitle).map(({ id }) => id)),
    listValidities(documents.map(({ id }) => id)),
    listNumberValidities(absentNumbers),
    addSections(documentsToOpen(references, byNumber, byTitle), paths),
  ]);
  return { byNumber, byTitle, cited, near, clauseStates, validities, numberValidities };
}

type DocumentRow = Omit<HeldDocument, 'municipality' | 'partTitleKeys' | 'addresses'> & {
  municipalitySlug: string;
  municipalityName: string;
  sample: boolean;
};

async function listDocuments(docNumbers: string[], titleKeys: string[]): Promise<HeldDocument[]> {
  const rows = await getClient().$queryRaw<DocumentRow[]>`
    SELECT document."id", document."slug", document."title", document."titleKey", document."issuedTitleKey", document."docNumber", document."agency",
      document."signedOn", municipality."slug" AS "municipalitySlug", municipality."name" AS "municipalityName", municipality."sample"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."id" IN (
      (SELECT "id" FROM "Document" WHERE "docNumber" = ANY(${docNumbers}::text[]) LIMIT ${DOCUMENTS_LIMIT})
      UNION (SELECT "id" FROM "Document" WHERE "titleKey" = ANY(${titleKeys}::text[]) LIMIT ${DOCUMENTS_LIMIT})
      UNION (SELECT "id" FROM "Document" WHERE "issuedTitleKey" = ANY(${titleKeys}::text[]) LIMIT ${DOCUMENTS_LIMIT})
    ) ORDER BY document."orderedOn" DESC, document."id" DESC`;
  return rows.map(({ municipalitySlug, municipalityName, sample, ...row }) => ({
    ...row,
    municipality: { slug: municipalitySlug, name: municipalityName, sample },
    partTitleKeys: [],
    addresses: [],
  }));
}

/** Groups documents by all their keys. */
function groupUnder(
  documents: readonly HeldDocument[],
  keysOf: (document: HeldDocument) => (string | null)[],
): Map<string, HeldDocument[]> {
  const groups = new Map<string, HeldDocument[]>();
  for (const document of documents)
    for (const key of new Set(keysOf(document)))
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), document]);
  return groups;
}

/**
 * Lists the documents of which a section is named, or whose own title is not the one of the draft:
 * it may be that of a part.
 */
function documentsToOpen(
  references: readonly DraftReference[],
  byNumber: LookUpResults['byNumber'],
  byTitle: LookUpResults['byTitle'],
): HeldDocument[] {
  const opened = references.flatMap(({ docNumber, title, titleKey: key, locator }) => {
    const documents = docNumber ? byNumber.get(docNumber.canonical) : byTitle.get(key);
    const isNamed = (document: HeldDocument) => document.titleKey === key || document.issuedTitleKey === key;
    return (documents ?? []).filter((document) => locator !== undefined || (title !== undefined && !isNamed(document)));
  });
  return [...new Set(opened)];
}

/** Fills in the titles of parts, and the addresses that the draft may mean. */
async function addSections(documents: readonly HeldDocument[], paths: string[]): Promise<void> {
  if (documents.length === 0) return;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const rows = await getClient().$queryRaw<{ documentId: number; address: string; kind: string; heading: string }[]>`
    SELECT "documentId", "address", "kind", "heading" FROM "Section"
    WHERE "documentId" = ANY(${[...byId.keys()]}::int[]) AND (
      "kind" = 'part' OR regexp_replace("address", '^(n|a[0-9]*|f[0-9]+)(-|$)', '') = ANY(${paths}::text[])
      OR "address" ~ '(^|[-.])[bzj][0-9]+$'
    ) ORDER BY "documentId", "position"`;
  for (const { documentId, address, kind, heading } of rows) {
    const document = byId.get(documentId)!;
    document.addresses.push(address);
    if (kind === 'part') document.partTitleKeys.push(titleKey(heading));
  }
}

/** Reads how often numbers are cited, and with which titles. */
async function listCited(docNumbers: string[]): Promise<Map<string, CitedNumber>> {
  if (docNumbers.length === 0) return new Map();
  const rows = await getClient().$queryRaw<{ docNumber: string; documents: number; titles: string[] }[]>`
    SELECT cited."docNumber", cited."documents", ARRAY(
      SELECT kept."title" FROM "MentionCount" kept WHERE kept."docNumber" = cited."docNumber" AND kept."title" <> ''
      GROUP BY kept."title" ORDER BY sum(kept."mentions") DESC, kept."title" LIMIT ${TITLES_SHOWN}
    ) AS "titles"
    FROM "CitedNumber" cited WHERE cited."docNumber" = ANY (${docNumbers}::text[])`;
  return new Map(rows.map(({ docNumber, ...cited }) => [docNumber, cited]));
}

interface NearRow {
  place: number;
  docNumber: string;
  title: string | null;
  agencyCode: string;
  year: number | null;
  serial: number | null;
  held: boolean;
}

/**
 * Lists numbers one slip away that are held or cited, the nearest first.
 *
 * A slip is one digit, the year before or after, or another code.
 * @returns lists by the canonical number
 */
export async function listNear(numbers: readonly ast.DocNumber[]): Promise<LookUpResults['near']> {
  const asked = numbers.flatMap(({ agencyCode, year, serial }, place) =>
    year === undefined || serial > 99_999
      ? []
      : [
          {
            place,
            code: agencyCode,
            year,
            serial,
            years: [year - 1, year + 1, ...slipsOf(year).filter(isYear)],
            serials: slipsOf(serial),
          },
        ],
  );
  if (asked.length === 0) return new Map();
  const rows = await getClient().$queryRaw<NearRow[]>`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS asked ("place" int, "code" text, "year" int, "serial" int, "years" int[], "serials" int[])
    )
    SELECT asked."place", near.*, true AS "held" FROM asked, LATERAL (
      (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "Document"
        WHERE "agencyCode" = asked."code" AND "year" = asked."year" AND "serial" = ANY(asked."serials") LIMIT 40)
      UNION ALL (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "Document"
        WHERE "agencyCode" = asked."code" AND "year" = ANY(asked."years") AND "serial" = asked."serial" LIMIT 40)
      UNION ALL (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "Document"
        WHERE "year" = asked."year" AND "serial" = asked."serial" LIMIT 100)
    ) near
    UNION ALL
    SELECT asked."place", near.*, false AS "held" FROM asked, LATERAL (
      (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "CitedNumber"
        WHERE NOT "held" AND "agencyCode" = asked."code" AND "year" = asked."year" AND "serial" = ANY(asked."serials"))
      UNION ALL (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "CitedNumber"
        WHERE NOT "held" AND "agencyCode" = asked."code" AND "year" = ANY(asked."years") AND "serial" = asked."serial")
      UNION ALL (SELECT "docNumber", "title", "agencyCode", "year", "serial" FROM "CitedNumber"
        WHERE NOT "held" AND "agencyCode" <> asked."code" AND "year" = asked."year" AND "serial" = asked."serial" LIMIT 100)
    ) near`;
  const byPlace = groupBy(rows, ({ place }) => place);
  return new Map(numbers.map((number, place) => [number.canonical, nearest(number, byPlace.get(place) ?? [])]));
}

const isYear = (year: number): boolean => year >= 1949 && year <= 2199;

function nearest(
  number: ast.DocNumber,
  rows: readonly NearRow[],
): { docNumber: string; title: string | null; held: boolean }[] {
  // The year before or after is as likely a slip as a wrong digit.
  const distance = ({ year, ...row }: NearRow): number =>
    Math.abs((year ?? 0) - (number.year ?? 0)) === 1
      ? 1 + numberDistance(number, { ...row, year: number.year ?? null })
      : numberDistance(number, { year, ...row });
  const ranked = rows
    .map((row) => ({ row, distance: distance(row) + (row.held ? 0 : 0.1) }))
    .filter((each) => each.distance <= SLIP_LIMIT + 0.1 && each.row.docNumber !== number.canonical)
    .sort((one, other) => one.distance - other.distance);
  const shown = new Map(
    ranked.reverse().map(({ row: { docNumber, title, held } }) => [docNumber, { docNumber, title, held }]),
  );
  return [...shown.values()].reverse().slice(0, NEAR_SHOWN);
}
