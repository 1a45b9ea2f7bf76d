import { readIssueSegment } from '@/lib/addresses/issue-segment';
import { Prisma } from '@/lib/db/generated/client';
import { genres } from '@/lib/gazette';
import type { SearchConditions } from '@/lib/search/engine';
import type { ValidityState } from '@/lib/validity/validity';
import { conditionCode } from '@/lib/search/text/grams';
import type { CodeKind, SharedScheme } from '@/lib/search/text/scheme';
import { alternativesOf, type SearchQuery } from '@/lib/search/query';
import { codesOfArms, provedBy, type Alternatives } from './arms';
import { readHeldScheme } from './held-scheme';
import { periodOf, type Period } from './periods';
import { all, hasAny, hasArm } from '@/lib/db/search/sql/alternatives-sql';
import { isAtPlace } from '@/lib/db/search/sql/place-sql';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import { runStatement } from '@/lib/db/search/sql/pool';
import { ofSubjectSql, ofTopicSql } from '@/lib/db/search/sql/topic-sql';
import { inStateSql, validitySql } from '@/lib/db/search/sql/validity-sql';

/** What a search asks for besides its words; rows are named by their ids. */
export interface AskedScope {
  conditions: SearchConditions;
  query: SearchQuery;
  municipalityId: number | null;
  issueId: number | null;
  /** Ids of the documents that count, few; null for all. */
  among: number[] | null;
}

/** The conditions of a search, as its statements need them. */
export interface Scope {
  asked: AskedScope;
  /** What all held rows are found by. */
  scheme: SharedScheme;
  /** Condition on `document`. */
  document: Prisma.Sql;
  /** Condition on `section`. */
  section: Prisma.Sql;
  /** Codes of these conditions: the grams of every section in the scope have them all. */
  codes: number[];
  /**
   * The part of the condition on `document` that neither these codes nor the day prove; null for
   * none.
   */
  beyondCodes: Prisma.Sql | null;
  /**
   * Whether the documents are few and have an index of their own: they are then looked through
   * first.
   */
  narrow: boolean;
  /** Whether the place is limited. A title has no place. */
  limitsPlace: boolean;
  /** First and last day of the documents, `YYYY-MM-DD`; empty when open. */
  from: string;
  to: string;
  /**
   * Gives the period of all held documents; null where there are none. Queried once, when needed.
   */
  heldPeriod: () => Promise<Period | null>;
}

/**
 * Makes the scope of a search from its conditions and the fields of its query.
 * @param among ids of the documents that count, few; without it all
 * @returns null where nothing can be in it: no such municipality or issue
 */
export async function readScope(
  conditions: SearchConditions,
  query: SearchQuery,
  among?: readonly number[],
): Promise<Scope | null> {
  // Conditions that a section's codes and its day prove, and those that the document's row has to.
  const proved: Prisma.Sql[] = [];
  const document: Prisma.Sql[] = [];
  const section: Prisma.Sql[] = [];
  const codes: number[] = [];
  const [scheme, ids] = await Promise.all([
    readHeldScheme(),
    conditions.municipality === undefined ? undefined : findIds(conditions.municipality, conditions.issue),
  ]);
  if (ids === null) return null;
  /** Adds a condition and its code, which proves it where `isProof` is true and rows have it. */
  const limit = (kind: ConditionKind, value: number | string, condition: Prisma.Sql, isProof: boolean): void => {
    const hasCode = scheme.has(kind);
    (isProof && hasCode ? proved : document).push(condition);
    if (hasCode) codes.push(conditionCode(kind, value));
  };
  if (ids) {
    limit('municipality', ids.municipalityId, Prisma.sql`document."municipalityId" = ${ids.municipalityId}::int`, true);
    if (ids.issueId !== null) limit('issue', ids.issueId, Prisma.sql`document."issueId" = ${ids.issueId}::int`, true);
  }
  if (conditions.agency !== undefined)
    limit('agency', conditions.agency, Prisma.sql`document."agency" = ${conditions.agency}`, false);
  if (conditions.genre !== undefined) {
    // Two words may share a code, but no two of these (lib/search/text/grams.test.ts).
    const isKnown = (genres as readonly string[]).includes(conditions.genre);
    limit('genre', conditions.genre, Prisma.sql`document."genre" = ${conditions.genre}`, isKnown);
  }
  if (conditions.validity !== undefined) {
    document.push(Prisma.sql`${validitySql} = ${conditions.validity}`);
    if (isRare(conditions.validity)) document.push(Prisma.sql`document."id" = ANY(${inStateSql(conditions.validity)})`);
  }
  if (conditions.topic !== undefined) document.push(Prisma.sql`document."id" = ANY(${ofTopicSql(conditions.topic)})`);
  if (conditions.subject !== undefined)
    document.push(Prisma.sql`document."id" = ANY(${ofSubjectSql(conditions.subject)})`);
  if (conditions.place !== undefined) {
    section.push(isAtPlace(conditions.place));
    if (scheme.has('place')) codes.push(conditionCode('place', conditions.place));
  }
  const { from, to } = readDays(conditions, query);
  if (from) proved.push(Prisma.sql`document."orderedOn" >= ${from}::date`);
  if (to) proved.push(Prisma.sql`document."orderedOn" <= ${to}::date`);
  if (among) document.push(Prisma.sql`document."id" = ANY(${[...among]}::int[])`);
  const fields = fieldConditions(query, scheme);
  document.push(...fields);
  return {
    asked: {
      ...{ conditions, query, municipalityId: ids?.municipalityId ?? null, issueId: ids?.issueId ?? null },
      among: among ? [...among] : null,
    },
    scheme,
    document: all([...proved, ...document]),
    section: all(section),
    codes,
    beyondCodes: document.length > 0 ? all(document) : null,
    narrow: among !== undefined || fields.length > 0 || conditions.issue !== undefined || isRare(conditions.validity),
    limitsPlace: conditions.place !== undefined,
    from,
    to,
    heldPeriod: once(readHeldPeriod),
  };
}

type ConditionKind = Parameters<typeof conditionCode>[0] & CodeKind;

/**
 * Whether few documents have a state, so that an index finds them. Those with an own last day are
 * many.
 */
const isRare = (validity: ValidityState | undefined): boolean =>
  validity === 'repealed' || validity === 'amended' || validity === 'conflict';

/** Conditions of the fields 标题: 机关: 文号: */
function fieldConditions({ title, agency, docNumber }: SearchQuery, scheme: SharedScheme): Prisma.Sql[] {
  const fields = [
    ...(title.length > 0 ? [hasTitleWords(title.map(alternativesOf), scheme)] : []),
    ...agency.map((word) => hasAny(Prisma.sql`document."agency"`, alternativesOf(word))),
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

/**
 * The condition that the title of `document` has all the words.
 *
 * The index on grams finds candidates; what these do not prove is compared.
 */
export function hasTitleWords(words: readonly Alternatives[], scheme: SharedScheme): Prisma.Sql {
  const arms = codesOfArms(words, scheme);
  const isProved = provedBy(arms, scheme);
  const title = speltSql(Prisma.sql`document."matchTitle"`, scheme);
  return all([
    ...hasArm(Prisma.sql`document."titleGrams"`, arms),
    ...words.filter((word) => !isProved(word)).map((word) => hasAny(title, word)),
  ]);
}

/** Gives the days of the filter and of 年:, whichever are narrower. */
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

/** Makes a function that does its work at the first call only. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

async function findIds(
  municipality: string,
  issue: string | undefined,
): Promise<{ municipalityId: number; issueId: number | null } | null> {
  const year = Number((issue ?? '0').slice(0, 4));
  const { number, edition } = readIssueSegment((issue ?? '').slice(5)) ?? { number: -1 };
  const [row] = await runStatement<{ municipalityId: number; issueId: number | null }>(Prisma.sql`
    SELECT municipality."id" AS "municipalityId", issue."id" AS "issueId"
    FROM "Municipality" municipality
    LEFT JOIN "Issue" issue ON issue."municipalityId" = municipality."id" AND issue."year" = ${year}::int
      AND issue."edition" = ${edition ?? ''} AND ${number}::int BETWEEN issue."number" AND coalesce(issue."lastNumber", issue."number")
    WHERE municipality."slug" = ${municipality} ORDER BY issue."number" DESC LIMIT 1`);
  return row && (issue === undefined || row.issueId !== null) ? row : null;
}
