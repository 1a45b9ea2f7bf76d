import { Prisma } from '@/lib/db/generated/client';
import { genres } from '@/lib/gazette';
import type { SearchConditions } from '@/lib/search/engine';
import type { ValidityState } from '@/lib/validity/validity';
import { codesOfWords, conditionCode, gramsOf } from '@/lib/search/text/grams';
import type { SearchQuery } from '@/lib/search/query';
import { periodOf, type Period } from './periods';
import { isAtPlace } from '@/lib/db/search/sql/place-sql';
import { runStatement } from '@/lib/db/search/sql/pool';
import { inStateSql, validitySql } from '@/lib/db/search/sql/validity-sql';

/** Where to look, as the statements of this room want it. */
export interface Scope {
  /** Condition on `document`. */
  document: Prisma.Sql;
  /** Condition on `section`. */
  section: Prisma.Sql;
  /** Codes of these conditions among a section's grams: no section without them is in the scope. */
  codes: number[];
  /**
   * What is left of the condition on `document` where a section has these codes, and a day in the
   * scope; null where nothing is.
   */
  beyondCodes: Prisma.Sql | null;
  /** The documents are few and have an index of their own: look at them first. */
  narrow: boolean;
  /** Place is a matter of sections: a title is at none. */
  limitsPlace: boolean;
  /** First and last day of the documents, `YYYY-MM-DD`; empty when open. */
  from: string;
  to: string;
  /**
   * From the first to the last day that documents have; null where there is none. Asked once a
   * search, and only if it is needed.
   */
  heldPeriod: () => Promise<Period | null>;
}

/**
 * Takes conditions and the fields of a query; gives the scope, or null where nothing can be in it.
 */
export async function readScope(conditions: SearchConditions, query: SearchQuery): Promise<Scope | null> {
  // What its codes and its day prove of a section; and what the row itself has to.
  const proved: Prisma.Sql[] = [];
  const document: Prisma.Sql[] = [];
  const section: Prisma.Sql[] = [];
  const codes: number[] = [];
  if (conditions.municipality !== undefined) {
    const ids = await findIds(conditions.municipality, conditions.issue);
    if (!ids) return null;
    proved.push(Prisma.sql`document."municipalityId" = ${ids.municipalityId}::int`);
    codes.push(conditionCode('municipality', ids.municipalityId));
    if (ids.issueId !== null) {
      proved.push(Prisma.sql`document."issueId" = ${ids.issueId}::int`);
      codes.push(conditionCode('issue', ids.issueId));
    }
  }
  if (conditions.agency !== undefined) {
    document.push(Prisma.sql`document."agency" = ${conditions.agency}`);
    codes.push(conditionCode('agency', conditions.agency));
  }
  if (conditions.genre !== undefined) {
    // Two words may share a code, but no two of these (lib/search/grams.test.ts).
    const isTold = (genres as readonly string[]).includes(conditions.genre);
    (isTold ? proved : document).push(Prisma.sql`document."genre" = ${conditions.genre}`);
    codes.push(conditionCode('genre', conditions.genre));
  }
  if (conditions.validity !== undefined) {
    document.push(Prisma.sql`${validitySql} = ${conditions.validity}`);
    if (isRare(conditions.validity)) document.push(Prisma.sql`document."id" = ANY(${inStateSql(conditions.validity)})`);
  }
  if (conditions.place !== undefined) {
    section.push(isAtPlace(conditions.place));
    codes.push(conditionCode('place', conditions.place));
  }
  const { from, to } = readDays(conditions, query);
  if (from) proved.push(Prisma.sql`document."orderedOn" >= ${from}::date`);
  if (to) proved.push(Prisma.sql`document."orderedOn" <= ${to}::date`);
  const fields = fieldConditions(query);
  document.push(...fields);
  return {
    document: all([...proved, ...document]),
    section: all(section),
    codes,
    beyondCodes: document.length > 0 ? all(document) : null,
    narrow: fields.length > 0 || conditions.issue !== undefined || isRare(conditions.validity),
    limitsPlace: conditions.place !== undefined,
    from,
    to,
    heldPeriod: once(readHeldPeriod),
  };
}

/**
 * Documents that somebody repeals or amends are few, and have an index. Those that tell their own
 * last day are not.
 */
const isRare = (validity: ValidityState | undefined): boolean =>
  validity === 'repealed' || validity === 'amended' || validity === 'conflict';

/** Joins conditions; none is true. */
export const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ');

/** 标题: 机关: 文号: */
function fieldConditions({ title, agency, docNumber }: SearchQuery): Prisma.Sql[] {
  const fields = [
    ...(title.length > 0 ? [hasTitleWords(title)] : []),
    ...agency.map((word) => Prisma.sql`strpos(document."agency", ${word}) > 0`),
  ];
  if (docNumber?.canonical) fields.push(Prisma.sql`document."docNumber" = ${docNumber.canonical}`);
  else if (docNumber) {
    const { agencyCode, year, serial } = docNumber;
    if (agencyCode !== undefined) fields.push(Prisma.sql`document."agencyCode" = ${agencyCode}`);
    if (year !== undefined) fields.push(Prisma.sql`document."year" = ${year}::int`);
    if (serial !== undefined) fields.push(Prisma.sql`document."serial" = ${serial}::int`);
  }
  return fields;
}

/** The title of `document` has all the words: its grams find it, a look at the text proves it. */
export function hasTitleWords(words: string[]): Prisma.Sql {
  const codes = codesOfWords(words);
  return all([
    ...(codes.length > 0 ? [Prisma.sql`document."titleGrams" @> ${codes}::int[]`] : []),
    ...words
      .filter((word) => !gramsOf(word).exact)
      .map((word) => Prisma.sql`strpos(document."matchTitle", ${word}) > 0`),
  ]);
}

/** The days of the filter and of 年:, whichever are narrower. */
function readDays({ from = '', to = '' }: SearchConditions, { years }: SearchQuery): { from: string; to: string } {
  if (!years) return { from, to };
  const [first, last] = [`${years.from}-01-01`, `${years.to}-12-31`];
  return { from: first > from ? first : from, to: to === '' || last < to ? last : to };
}

async function readHeldPeriod(): Promise<Period | null> {
  const [ends] = await runStatement<{ first: string | null; last: string | null }>(Prisma.sql`
    SELECT min("orderedOn")::text AS "first", max("orderedOn")::text AS "last" FROM "Document"`);
  return ends?.first == null || ends.last === null ? null : periodOf(ends.first, ends.last);
}

/** The same work, done at the first call and no more. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

async function findIds(
  municipality: string,
  issue: string | undefined,
): Promise<{ municipalityId: number; issueId: number | null } | null> {
  const [year, number] = (issue ?? '0-0').split('-').map(Number) as [number, number];
  const [row] = await runStatement<{ municipalityId: number; issueId: number | null }>(Prisma.sql`
    SELECT municipality."id" AS "municipalityId", issue."id" AS "issueId"
    FROM "Municipality" municipality
    LEFT JOIN "Issue" issue ON issue."municipalityId" = municipality."id" AND issue."year" = ${year}::int
      AND ${number}::int BETWEEN issue."number" AND coalesce(issue."lastNumber", issue."number")
    WHERE municipality."slug" = ${municipality} ORDER BY issue."number" DESC LIMIT 1`);
  return row && (issue === undefined || row.issueId !== null) ? row : null;
}
