import type { TypedNumber } from '@/lib/gazette';
import type { NumberMatches } from '@/lib/search/engine';
import { codeDistance, numberDistance, slipsOf, SLIP_LIMIT } from '@/lib/search/near/number-distance';
import { loadHitDocuments } from './hit-documents';
import { query } from '@/lib/db/search/sql/pool';

/** Documents that bear what was typed, at most. */
const DOCUMENTS_LIMIT = 20;
/** Documents with a number nearly the same, at most. */
const NEAR_LIMIT = 10;

/** A held document with its number, and how far that is from what was typed. */
export interface NumberCandidate {
  id: number;
  docNumber: string | null;
  agencyCode: string | null;
  year: number | null;
  serial: number | null;
  orderedOn: Date;
  /** 0: every part that was typed is the same; see lib/search/number-distance.ts. */
  distance: number;
}

/**
 * Takes a number as typed, complete or not; gives the held documents that bear it (or that an
 * incomplete spelling fits), newest first, and held documents with a number nearly the same, the
 * nearest first.
 */
export async function findNumber(typed: TypedNumber): Promise<NumberMatches> {
  const candidates = await listNumberCandidates(typed);
  const meant = candidates.filter(({ distance }) => distance === 0).slice(0, DOCUMENTS_LIMIT);
  const near = candidates.filter(({ distance }) => distance > 0).slice(0, NEAR_LIMIT);
  const documents = await loadHitDocuments([...meant, ...near].map(({ id }) => id));
  const load = (some: NumberCandidate[]) => some.flatMap(({ id }) => documents.get(id) ?? []);
  return { canonical: typed.canonical ?? null, documents: load(meant), near: load(near) };
}

/** The documents of `findNumber`, those meant first, without what lists show. */
export async function listNumberCandidates(typed: TypedNumber): Promise<NumberCandidate[]> {
  const found = rank(typed, await collect(typed, typed.agencyCode ?? null));
  const { agencyCode, year, serial } = typed;
  // With year and serial the wrong code was seen among those that share them.
  if (found.length > 0 || agencyCode === undefined || (year !== undefined && serial !== undefined)) return found;
  const codes = (await listCodes([...agencyCode][0] ?? '', CODES_LIMIT))
    .map((code) => ({ code, distance: codeDistance(agencyCode, code) }))
    .filter(({ distance }) => distance <= SLIP_LIMIT)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, NEAR_CODES_LIMIT);
  const rows = await Promise.all(codes.map(async ({ code }) => collect(typed, code)));
  return rank(typed, rows.flat());
}

type Row = Omit<NumberCandidate, 'distance'>;

function rank(typed: TypedNumber, rows: Row[]): NumberCandidate[] {
  const distances = new Map<number, NumberCandidate>();
  for (const row of rows) {
    const same = typed.canonical !== undefined && row.docNumber === typed.canonical;
    const distance = same ? 0 : numberDistance(typed, row);
    if (distance <= SLIP_LIMIT) distances.set(row.id, { ...row, distance });
  }
  const all = [...distances.values()].sort(
    (one, other) =>
      one.distance - other.distance || other.orderedOn.getTime() - one.orderedOn.getTime() || other.id - one.id,
  );
  const exact = all.filter(({ docNumber }) => typed.canonical !== undefined && docNumber === typed.canonical);
  if (exact.length === 0) return all;
  // 示例市人民政府令第7号 is complete; 示例市人民政府令〔2020〕第7号 is then another one.
  return [
    ...exact,
    ...all.filter((one) => !exact.includes(one)).map((one) => ({ ...one, distance: one.distance || 0.5 })),
  ];
}

const earliestYear = 1949;
const YEARS = Array.from({ length: 2050 - earliestYear }, (_, index) => earliestYear + index);
const COLUMNS = '"id", "docNumber", "agencyCode", "year", "serial", "orderedOn"';

/**
 * Each way from the typed parts to documents is one walk through an index, with an end; a part that
 * is missing ($ is null) makes it none. $1 number, $2 code, $3 year, $4 serial, $5 years a slip
 * away (or all, when none was typed), $6 serials a slip away.
 */
const CANDIDATES = [
  `"docNumber" = $1 ORDER BY "orderedOn" DESC LIMIT 20`,
  `"agencyCode" = $2 AND "year" = ANY($5::int[]) AND "serial" = $4 ORDER BY "year" DESC LIMIT 100`,
  `"agencyCode" = $2 AND "year" IS NULL AND "serial" = $4 LIMIT 20`,
  `"agencyCode" = $2 AND "year" = $3 AND "serial" = ANY($6::int[]) LIMIT 100`,
  `"year" = $3 AND "serial" = $4 LIMIT 500`,
  // Orders and announcements, which many cities count without years: 市政府令第7号
  `$2 ~ '(令|公告|通告)$' AND "year" IS NULL AND "serial" = $4 AND "agencyCode" LIKE '%' || right($2, 1) LIMIT 300`,
  // No serial: the newest of the code, of the year, of both.
  `$4::int IS NULL AND "agencyCode" = $2 AND "year" = $3 ORDER BY "serial" DESC LIMIT 50`,
  `$4::int IS NULL AND $3::int IS NULL AND "agencyCode" = $2 ORDER BY "year" DESC, "serial" DESC LIMIT 50`,
  `$4::int IS NULL AND $2::text IS NULL AND "year" = $3 ORDER BY "serial" DESC LIMIT 50`,
  // Serial alone, or with the word 令
  `$3::int IS NULL AND ($2::text IS NULL OR $2 ~ '(令|公告|通告)$') AND "year" = ANY($5::int[]) AND "serial" = $4 ORDER BY "year" DESC LIMIT 300`,
]
  .map((way) => `(SELECT ${COLUMNS} FROM "Document" WHERE ${way})`)
  .join(' UNION ALL ');

async function collect({ canonical, year, serial }: TypedNumber, agencyCode: string | null): Promise<Row[]> {
  const years = year === undefined ? YEARS : [year, ...slipsOf(year)].filter((one) => YEARS.includes(one));
  const serials = serial === undefined ? [] : [serial, ...slipsOf(serial)];
  const values = [canonical ?? null, agencyCode, year ?? null, storable(serial), years, serials];
  return query<Row>('number-candidates', CANDIDATES, values);
}

/** A larger number is no int of PostgreSQL, and nobody's serial. */
const storable = (serial: number | undefined): number | null =>
  serial === undefined ? null : Math.min(serial, 2 ** 31 - 1);

const CODES_LIMIT = 200;
const NEAR_CODES_LIMIT = 5;

// From each code straight to the next one: a step costs the same however many documents bear the
// code.
const CODES = `
  WITH RECURSIVE step AS (
    (SELECT "agencyCode" AS code, 1 AS count FROM "Document"
      WHERE "agencyCode" >= $1 AND "agencyCode" < $2 ORDER BY "agencyCode" LIMIT 1)
    UNION ALL
    SELECT next.code, step.count + 1 FROM step, LATERAL (
      SELECT "agencyCode" AS code FROM "Document"
      WHERE "agencyCode" > step.code AND "agencyCode" < $2 ORDER BY "agencyCode" LIMIT 1
    ) next WHERE step.count < $3
  ) SELECT code FROM step WHERE starts_with(code, $1)`;
/** Behind every text that begins with the same words. */
export const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

/**
 * Takes the beginning of an agency code; gives the codes of held documents that begin so, at most
 * `limit`.
 */
export async function listCodes(prefix: string, limit: number): Promise<string[]> {
  if (prefix === '') return [];
  const rows = await query<{ code: string }>('agency-codes', CODES, [prefix, endOfPrefix(prefix), limit]);
  return rows.map(({ code }) => code);
}
