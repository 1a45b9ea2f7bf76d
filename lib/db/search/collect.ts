import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf, monthOf } from '@/lib/search/grams';
import type { Place } from '@/lib/search/engine';
import { all, type Scope } from './conditions';
import { getFrequencies, type Frequencies } from './frequencies';
import { daySql, packedHits, unpackHits, type PackedHits, type TitleHit } from './packed-hits';
import { run } from './pool';

/** A section that has the words. */
export interface Hit extends TitleHit {
  sectionId: number;
  place: Place;
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
const DENSE = 0.2;
/** Candidates of one step by date; more mean that the words are dense there. */
const STEP_LIMIT = 6000;
/** Months of the first step where nobody knows how frequent the words are together. */
const FIRST_MONTHS = 6;
/** A step takes so many more months than the one before it at most. */
const STEP_GROWTH = 8;
/** A step is to give somewhat more than what is still wanted, or another one follows. */
const STEP_MARGIN = 1.2;
/** More codes narrow nothing down. */
const CODES_LIMIT = 12;

/**
 * Gives the hits in the order of their documents' days, then documents, then sections, at most `limit`; in batches, so that
 * the caller may stop. All ways give the same; which is taken hangs on how frequent the words are (docs/decisions/0009):
 *
 * - few candidates: all of them through the index, then sorted;
 * - frequent words: document after document, until there are enough;
 * - between: through the index, some months after the other, until there are enough.
 */
export async function* collectHits(wanted: Wanted, limit: number): AsyncGenerator<Hit[]> {
  const frequencies = await getFrequencies();
  const plan = makePlan(wanted, frequencies);
  if (plan.codes.length > 0 && plan.most <= FEW) yield (await throughIndex(wanted, plan, 'all', limit, null)).hits;
  else if (plan.codes.length === 0 || wanted.scope.narrow || plan.least >= DENSE)
    yield await documentByDocument(wanted, limit);
  else yield* monthByMonth(wanted, plan, limit);
}

interface Plan {
  /** The rarest codes of words and conditions; empty where the words have none. */
  codes: number[];
  /** At most so many sections have them all. */
  most: number;
  /** This share of the sections of any year has them, where that can be told; else 0. */
  least: number;
  /** In the whole corpus. */
  sections: number;
  shareOf: Frequencies['shareOf'];
}

function makePlan({ words, scope, target }: Wanted, { sections, shareOf }: Frequencies): Plan {
  const grams = words.map(gramsOf);
  const steady = [...new Set([...grams.flatMap((gram) => gram.codes), ...scope.codes])];
  const codes = [...steady, ...scope.yearCodes];
  codes.sort((one, other) => shareOf(one) - shareOf(other));
  const share = shareOf(codes[0] ?? 0);
  // Of one pair or character the share is known; headings have fewer than sections, nobody counted how many.
  const [only, ...more] = grams;
  const known = target === 'section' && only?.exact === true && more.length === 0;
  const least = known ? steady.reduce((product, code) => product * shareOf(code), 1) : 0;
  return { codes: codes.slice(0, CODES_LIMIT), most: share * sections, least, sections, shareOf };
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

/**
 * Candidates by the index on grams, all or those of some months, at most `candidateLimit` of them; `limit` hits in order.
 * `complete` is false where there were so many candidates, and perhaps more.
 */
async function throughIndex(
  wanted: Wanted,
  plan: Plan,
  months: number[] | 'all',
  limit: number,
  candidateLimit: number | null = STEP_LIMIT,
): Promise<{ hits: Hit[]; complete: boolean }> {
  const column = wanted.target === 'heading' ? Prisma.sql`section."headingGrams"` : Prisma.sql`section."grams"`;
  const within = months === 'all' ? Prisma.sql`true` : Prisma.sql`${column} && ${periodCodes(months)}::int[]`;
  const held = new Set(plan.codes);
  const proof = proofSql(wanted, (word) => {
    const { codes: needed, exact } = gramsOf(word);
    return exact && needed.every((code) => held.has(code));
  });
  const [row] = await run<PackedHits & { candidates: number }>(Prisma.sql`
    -- OFFSET 0 keeps the planner from turning the join round and going through all documents.
    WITH candidate AS MATERIALIZED (
      SELECT section."id", section."documentId", section."position", section."kind", section."partKind", ${inHeadingSql(wanted)} AS "inHeading"
      FROM "Section" section
      WHERE ${column} @> ${plan.codes}::int[] AND ${within} AND ${proof}
      ${candidateLimit === null ? Prisma.empty : Prisma.sql`LIMIT ${candidateLimit}::int`}
    )
    SELECT (SELECT count(*)::int FROM candidate) AS "candidates", ${packedHits} FROM (
      SELECT candidate."id" AS "sectionId", candidate."documentId", ${daySql} AS "day", candidate."kind", candidate."partKind", candidate."inHeading"
      FROM candidate CROSS JOIN LATERAL (
        SELECT document."id", document."orderedOn" FROM "Document" document
        WHERE document."id" = candidate."documentId" AND ${wanted.scope.document} OFFSET 0
      ) document
      ORDER BY ${orderSql(wanted)}, candidate."position" LIMIT ${limit}::int
    ) hit`);
  return { hits: unpackHits(row), complete: candidateLimit === null || (row?.candidates ?? 0) < candidateLimit };
}

/** Codes that together name the months: a whole year by its own, so that there are few. */
function periodCodes(months: number[]): number[] {
  const ofYear = new Map<number, number[]>();
  for (const month of months) {
    const year = Math.floor(month / 12);
    ofYear.set(year, [...(ofYear.get(year) ?? []), month]);
  }
  return [...ofYear].flatMap(([year, some]) =>
    some.length === 12 ? [conditionCode('year', year)] : some.map((month) => conditionCode('month', month)),
  );
}

/** Sections of one document after the other, in order, until there are `limit` hits; of one month alone if given. */
async function documentByDocument(wanted: Wanted, limit: number, month?: number): Promise<Hit[]> {
  const first = Prisma.sql`make_date(${Math.floor((month ?? 0) / 12)}::int, ${((month ?? 0) % 12) + 1}::int, 1)`;
  const within =
    month === undefined
      ? Prisma.sql`true`
      : Prisma.sql`document."orderedOn" >= ${first} AND document."orderedOn" < (${first} + interval '1 month')::date`;
  const [row] = await run<PackedHits>(Prisma.sql`
    SELECT ${packedHits} FROM (
    SELECT section."id" AS "sectionId", document."id" AS "documentId", ${daySql} AS "day", section."kind", section."partKind", section."inHeading"
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
    ORDER BY ${orderSql(wanted)}, section."position" LIMIT ${limit}::int
    ) hit`);
  return unpackHits(row);
}

/** Through the index, as many months at once as should give what is still wanted; all of the rest where few are left. */
async function* monthByMonth(wanted: Wanted, plan: Plan, limit: number): AsyncGenerator<Hit[]> {
  let months = await listMonths(wanted);
  let step = plan.least > 0 ? countMonths(months, plan, STEP_MARGIN * limit) : FIRST_MONTHS;
  for (let found = 0, seen = 0; months.length > 0 && found < limit;) {
    const taken = months.slice(0, step);
    const { hits, complete } = await throughIndex(wanted, plan, taken, limit - found);
    if (!complete && taken.length > 1) {
      step = Math.ceil(taken.length / STEP_GROWTH);
      continue;
    }
    const batch = complete ? hits : await documentByDocument(wanted, limit - found, taken[0]);
    if (batch.length > 0) yield batch;
    found += batch.length;
    months = months.slice(taken.length);
    seen += taken.length;
    // Of all months so far: in some nobody published anything.
    const perMonth = found / seen;
    if (found < limit && perMonth * months.length <= FEW / 2) {
      const rest = await throughIndex(wanted, plan, 'all', limit, FEW / 2);
      if (rest.complete) {
        yield rest.hits.slice(found);
        return;
      }
    }
    const most = taken.length * STEP_GROWTH;
    step = perMonth === 0 ? most : Math.max(1, Math.min(most, Math.ceil((STEP_MARGIN * (limit - found)) / perMonth)));
  }
}

/** How many of the months should hold so many hits, if the words are as frequent in them as everywhere. */
function countMonths(months: number[], { least, sections, shareOf }: Plan, hits: number): number {
  const yearOf = (month: number): number => Math.floor(month / 12);
  // The newest year has had only some of its months.
  const monthsOf = new Map<number, number>();
  for (const month of months) monthsOf.set(yearOf(month), (monthsOf.get(yearOf(month)) ?? 0) + 1);
  let expected = 0;
  for (const [index, month] of months.entries()) {
    const year = yearOf(month);
    expected += (least * sections * shareOf(conditionCode('year', year))) / (monthsOf.get(year) ?? 1);
    if (expected >= hits) return index + 1;
  }
  return Math.max(1, months.length);
}

/** The months that documents of the scope may have, in the order wanted. */
async function listMonths({ scope, order }: Wanted): Promise<number[]> {
  const [ends] = await run<{ first: string | null; last: string | null }>(Prisma.sql`
    SELECT min("orderedOn")::text AS "first", max("orderedOn")::text AS "last" FROM "Document"`);
  if (ends?.first == null || ends.last === null) return [];
  const first = monthOf(new Date(scope.from > ends.first ? scope.from : ends.first));
  const last = monthOf(new Date(scope.to && scope.to < ends.last ? scope.to : ends.last));
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return order === 'newest' ? months.reverse() : months;
}
