import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf } from '@/lib/search/grams';
import { all, type Scope } from './conditions';
import { getFrequencies, type Frequencies } from './frequencies';
import { run } from './pool';

/** A section that has the words. */
export interface Hit {
  sectionId: number;
  documentId: number;
  /** The document's day, `YYYY-MM-DD`. */
  day: string;
  kind: string;
  partKind: string;
  /** The heading alone has all the words. */
  inHeading: boolean;
}

/** Where the words are looked for: in heading and text, or in the heading alone. */
export type Target = 'section' | 'heading';

export interface Wanted {
  words: string[];
  excluded: string[];
  scope: Scope;
  target: Target;
  order: 'newest' | 'oldest';
}

/** So many candidates are looked at one by one, wherever they lie. */
const FEW = 3000;
/** From this share of sections on, going through the documents one by one meets hits soon enough. */
const DENSE = 0.08;
/** Candidates of one step by year; more mean that the words are dense there. */
const STEP_LIMIT = 6000;
/** A step takes so many years at most. */
const STEP_YEARS = 8;
/** More codes narrow nothing down. */
const CODES_LIMIT = 12;

/**
 * Gives the hits in the order of their documents' days, then documents, then sections, at most `limit`; in batches, so that
 * the caller may stop. All ways give the same; which is taken hangs on how frequent the words are (docs/decisions/0009):
 *
 * - few candidates: all of them through the index, then sorted;
 * - frequent words: document after document, until there are enough;
 * - between: through the index year by year, until there are enough.
 */
export async function* collectHits(wanted: Wanted, limit: number): AsyncGenerator<Hit[]> {
  const frequencies = await getFrequencies();
  const plan = makePlan(wanted, frequencies);
  if (plan.codes.length > 0 && plan.most <= FEW) yield await throughIndex(wanted, plan, null, limit);
  else if (plan.codes.length === 0 || wanted.scope.narrow || plan.least >= DENSE)
    yield await documentByDocument(wanted, limit);
  else yield* yearByYear(wanted, plan, limit);
}

interface Plan {
  /** The rarest codes of words and conditions; empty where the words have none. */
  codes: number[];
  /** At most so many sections have them all. */
  most: number;
  /** At least this share of sections has them, where that can be told. */
  least: number;
}

function makePlan({ words, scope, target }: Wanted, { sections, shareOf }: Frequencies): Plan {
  const grams = words.map(gramsOf);
  const codes = [...new Set([...grams.flatMap((gram) => gram.codes), ...scope.codes])];
  codes.sort((one, other) => shareOf(one) - shareOf(other));
  const share = shareOf(codes[0] ?? 0);
  // Of one pair or character the share is known; headings have fewer than sections, nobody counted how many.
  const [only, ...more] = grams;
  const known = target === 'section' && only?.exact === true && more.length === 0;
  const least = known ? codes.reduce((product, code) => product * shareOf(code), 1) : 0;
  return { codes: codes.slice(0, CODES_LIMIT), most: share * sections, least };
}

const newestFirst = Prisma.sql`document."orderedOn" DESC, document."id" DESC`;
const oldestFirst = Prisma.sql`document."orderedOn", document."id"`;
const orderSql = ({ order }: Wanted): Prisma.Sql => (order === 'newest' ? newestFirst : oldestFirst);

// matchText is heading, line break, text.
const headingSql = Prisma.sql`split_part(section."matchText", E'\n', 1)`;
const textSql = (target: Target): Prisma.Sql => (target === 'heading' ? headingSql : Prisma.sql`section."matchText"`);

/**
 * The conditions that prove a hit. strpos looks at bytes and is several times as fast as LIKE.
 * `proved` words are left out: the index has found their only code.
 */
export function proofSql({ words, excluded, scope, target }: Wanted, proved: (word: string) => boolean): Prisma.Sql {
  return all([
    ...words.filter((word) => !proved(word)).map((word) => Prisma.sql`strpos(${textSql(target)}, ${word}) > 0`),
    ...excluded.map((word) => Prisma.sql`strpos(section."matchText", ${word}) = 0`),
    scope.section,
  ]);
}

export const inHeadingSql = ({ words }: Wanted): Prisma.Sql =>
  all(words.map((word) => Prisma.sql`strpos(${headingSql}, ${word}) > 0`));

interface HitRow extends Hit {
  candidates: number;
}

/** Candidates by the index on grams, those of `years` alone if given; `limit` hits in order. */
async function throughIndex(wanted: Wanted, plan: Plan, years: number[] | null, limit: number): Promise<Hit[]> {
  return (await stepThroughIndex(wanted, plan, years, limit, null)).hits;
}

async function stepThroughIndex(
  wanted: Wanted,
  plan: Plan,
  years: number[] | null,
  limit: number,
  candidateLimit: number | null,
): Promise<{ hits: Hit[]; complete: boolean }> {
  const column = wanted.target === 'heading' ? Prisma.sql`section."headingGrams"` : Prisma.sql`section."grams"`;
  const yearCodes = (years ?? []).map((year) => conditionCode('year', year));
  const [onlyYear, ...moreYears] = yearCodes;
  const codes = onlyYear !== undefined && moreYears.length === 0 ? [...plan.codes, onlyYear] : plan.codes;
  const held = new Set(codes);
  const proof = proofSql(wanted, (word) => {
    const { codes: needed, exact } = gramsOf(word);
    return exact && needed.every((code) => held.has(code));
  });
  const rows = await run<HitRow>(Prisma.sql`
    WITH candidate AS MATERIALIZED (
      SELECT section."id", section."documentId", section."position", section."kind", section."partKind", ${inHeadingSql(wanted)} AS "inHeading"
      FROM "Section" section
      WHERE ${column} @> ${codes}::int[] AND ${moreYears.length > 0 ? Prisma.sql`${column} && ${yearCodes}::int[]` : Prisma.sql`true`} AND ${proof}
      ${candidateLimit === null ? Prisma.empty : Prisma.sql`LIMIT ${candidateLimit}::int`}
    )
    SELECT total."candidates", hit.* FROM (SELECT count(*)::int AS "candidates" FROM candidate) total
    LEFT JOIN (
      SELECT candidate."id" AS "sectionId", candidate."documentId", document."orderedOn"::text AS "day", candidate."kind", candidate."partKind", candidate."inHeading"
      FROM candidate JOIN "Document" document ON document."id" = candidate."documentId"
      WHERE ${wanted.scope.document}
      ORDER BY ${orderSql(wanted)}, candidate."position" LIMIT ${limit}::int
    ) hit ON true`);
  const candidates = rows[0]?.candidates ?? 0;
  return {
    hits: rows.filter((row) => (row.sectionId as number | null) !== null),
    complete: candidateLimit === null || candidates < candidateLimit,
  };
}

/** Sections of one document after the other, in order, until there are `limit` hits; of `year` alone if given. */
async function documentByDocument(wanted: Wanted, limit: number, year?: number): Promise<Hit[]> {
  const within =
    year === undefined
      ? Prisma.sql`true`
      : Prisma.sql`document."orderedOn" >= make_date(${year}::int, 1, 1) AND document."orderedOn" <= make_date(${year}::int, 12, 31)`;
  return run<HitRow>(Prisma.sql`
    SELECT section."id" AS "sectionId", document."id" AS "documentId", document."orderedOn"::text AS "day", section."kind", section."partKind", section."inHeading"
    FROM (
      SELECT document."id", document."orderedOn" FROM "Document" document
      WHERE ${wanted.scope.document} AND ${within} ORDER BY ${orderSql(wanted)}
    ) document
    CROSS JOIN LATERAL (
      SELECT section."id", section."position", section."kind", section."partKind", ${inHeadingSql(wanted)} AS "inHeading"
      FROM "Section" section
      WHERE section."documentId" = document."id" AND ${proofSql(wanted, () => false)}
      OFFSET 0
    ) section
    ORDER BY ${orderSql(wanted)}, section."position" LIMIT ${limit}::int`);
}

/** Year after year through the index, as many years at once as should give what is still wanted. */
async function* yearByYear(wanted: Wanted, plan: Plan, limit: number): AsyncGenerator<Hit[]> {
  let years = await listYears(wanted);
  let found = 0;
  let step = 1;
  while (years.length > 0 && found < limit) {
    const taken = years.slice(0, step);
    const { hits, complete } = await stepThroughIndex(wanted, plan, taken, limit - found, STEP_LIMIT);
    if (!complete && taken.length > 1) {
      step = 1;
      continue;
    }
    const batch = complete ? hits : await documentByDocument(wanted, limit - found, taken[0]);
    found += batch.length;
    years = years.slice(taken.length);
    const perYear = batch.length / taken.length;
    step = perYear === 0 ? taken.length * 2 : Math.ceil((1.3 * (limit - found)) / perYear);
    step = Math.max(1, Math.min(STEP_YEARS, step));
    if (batch.length > 0) yield batch;
  }
}

/** The years that documents of the scope may have, in the order wanted. */
async function listYears({ scope, order }: Wanted): Promise<number[]> {
  const [ends] = await run<{ first: number | null; last: number | null }>(Prisma.sql`
    SELECT extract(year FROM min("orderedOn"))::int AS "first", extract(year FROM max("orderedOn"))::int AS "last" FROM "Document"`);
  if (ends?.first == null || ends.last === null) return [];
  const first = Math.max(ends.first, scope.from ? Number(scope.from.slice(0, 4)) : ends.first);
  const last = Math.min(ends.last, scope.to ? Number(scope.to.slice(0, 4)) : ends.last);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return order === 'newest' ? years.reverse() : years;
}
