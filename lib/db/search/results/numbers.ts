import type { TypedNumber } from '@/lib/gazette';
import type { NumberMatches } from '@/lib/search/engine';
import { codeDistance, numberDistance, slipsOf, SLIP_LIMIT } from '@/lib/search/near/number-distance';
import { toInt4 } from '@/lib/db/int4';
import { loadHitDocuments } from './hit-documents';
import { query } from '@/lib/db/search/sql/pool';

/** Documents with the typed number that are listed. */
const DOCUMENTS_LIMIT = 20;
/** Documents with a number one slip away that are listed. */
const NEAR_LIMIT = 10;

/** A held document whose number may have been typed. */
export interface NumberCandidate {
  id: number;
  docNumber: string | null;
  agencyCode: string | null;
  year: number | null;
  serial: number | null;
  orderedOn: Date;
  /** From the typed number; 0 where every typed part is the same (numberDistance). */
  distance: number;
}

/** Finds held documents by a number as typed; see SearchEngine.findNumber. */
export async function findNumber(typed: TypedNumber): Promise<NumberMatches> {
  const candidates = await listNumberCandidates(typed);
  const same = candidates.filter(({ distance }) => distance === 0).slice(0, DOCUMENTS_LIMIT);
  const near = candidates.filter(({ distance }) => distance > 0).slice(0, NEAR_LIMIT);
  const documents = await loadHitDocuments([...same, ...near].map(({ id }) => id));
  const load = (some: NumberCandidate[]) => some.flatMap(({ id }) => documents.get(id) ?? []);
  return { canonical: typed.canonical ?? null, documents: load(same), near: load(near) };
}

/** Lists held documents by a number as typed, the nearest first. */
export async function listNumberCandidates(typed: TypedNumber): Promise<NumberCandidate[]> {
  const candidates = rank(typed, await collect(typed, typed.agencyCode ?? null));
  const { agencyCode, year, serial } = typed;
  // With year and serial, documents with another code are among the candidates already.
  if (candidates.length > 0 || agencyCode === undefined || (year !== undefined && serial !== undefined))
    return candidates;
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
  // 示例市人民政府令第7号 is a complete number; 示例市人民政府令〔2020〕第7号 is then another one.
  return [
    ...exact,
    ...all.filter((one) => !exact.includes(one)).map((one) => ({ ...one, distance: one.distance || 0.5 })),
  ];
}

const earliestYear = 1949;
const YEARS = Array.from({ length: 2050 - earliestYear }, (_, index) => earliestYear + index);
const COLUMNS = '"id", "docNumber", "agencyCode", "year", "serial", "orderedOn"';

/**
 * Each condition is one bounded scan of an index; one on a part that was not typed (null) finds
 * nothing.
 *
 * $1 number, $2 code, $3 year, $4 serial, $5 the year and those a slip away (all, when none was
 * typed), $6 the serial and those a slip away.
 */
const CANDIDATES = [
  `"docNumber" = $1 ORDER BY "orderedOn" DESC LIMIT 20`,
  `"agencyCode" = $2 AND "year" = ANY($5::int[]) AND "serial" = $4 ORDER BY "year" DESC LIMIT 100`,
  `"agencyCode" = $2 AND "year" IS NULL AND "serial" = $4 LIMIT 20`,
  `"agencyCode" = $2 AND "year" = $3 AND "serial" = ANY($6::int[]) LIMIT 100`,
  `"year" = $3 AND "serial" = $4 LIMIT 500`,
  // Orders and announcements, which many cities count without years: 市政府令第7号
  `$2 ~ '(令|公告|通告)$' AND "year" IS NULL AND "serial" = $4 AND "agencyCode" LIKE '%' || right($2, 1) LIMIT 300`,
  // No serial: the newest of code and year, of the code, of the year.
  `$4::int IS NULL AND "agencyCode" = $2 AND "year" = $3 ORDER BY "serial" DESC LIMIT 50`,
  `$4::int IS NULL AND $3::int IS NULL AND "agencyCode" = $2 ORDER BY "year" DESC, "serial" DESC LIMIT 50`,
  `$4::int IS NULL AND $2::text IS NULL AND "year" = $3 ORDER BY "serial" DESC LIMIT 50`,
  // A serial alone, or with the word 令.
  `$3::int IS NULL AND ($2::text IS NULL OR $2 ~ '(令|公告|通告)$') AND "year" = ANY($5::int[]) AND "serial" = $4 ORDER BY "year" DESC LIMIT 300`,
]
  .map((condition) => `(SELECT ${COLUMNS} FROM "Document" WHERE ${condition})`)
  .join(' UNION ALL ');

async function collect({ canonical, year, serial }: TypedNumber, agencyCode: string | null): Promise<Row[]> {
  const years = year === undefined ? YEARS : [year, ...slipsOf(year)].filter((one) => YEARS.includes(one));
  const serials = serial === undefined ? [] : [serial, ...slipsOf(serial)];
  const values = [
    canonical ?? null,
    agencyCode,
    year ?? null,
    serial === undefined ? null : toInt4(serial),
    years,
    serials,
  ];
  return query<Row>('number-candidates', CANDIDATES, values);
}

const CODES_LIMIT = 200;
const NEAR_CODES_LIMIT = 5;

// Goes from each code to the next one: a step costs the same however many documents have the code.
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
/** Gives a text that sorts after every text with this prefix. */
export const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

/** Lists the agency codes of held documents that have a prefix, at most `limit`. */
export async function listCodes(prefix: string, limit: number): Promise<string[]> {
  if (prefix === '') return [];
  const rows = await query<{ code: string }>('agency-codes', CODES, [prefix, endOfPrefix(prefix), limit]);
  return rows.map(({ code }) => code);
}
