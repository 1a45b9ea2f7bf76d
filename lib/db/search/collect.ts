import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf, monthOf } from '@/lib/search/grams';
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
  if (plan.codes.length > 0 && plan.most <= FEW) yield (await throughIndex(wanted, plan, null, limit)).hits;
  else if (plan.codes.length === 0 || wanted.scope.narrow || plan.least >= DENSE)
    yield await documentByDocument(wanted, limit);
  else yield* monthByMonth(wanted, plan, limit);
}

interface Plan {
  /** The rarest codes of words and conditions; empty where the words have none. */
  codes: number[];
  /** At most so many sections have them all. */
  most: number;
  /** This share of sections has them, where that can be told; else 0. */
  least: number;
  /** In the whole corpus. */
  sections: number;
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
  return { codes: codes.slice(0, CODES_LIMIT), most: share * sections, least, sections };
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

/**
 * Candidates by the index on grams, those of some months alone if given; `limit` hits in order. `complete` is false where
 * there were STEP_LIMIT candidates in these months, and perhaps more.
 */
async function throughIndex(
  wanted: Wanted,
  plan: Plan,
  months: number[] | null,
  limit: number,
): Promise<{ hits: Hit[]; complete: boolean }> {
  const column = wanted.target === 'heading' ? Prisma.sql`section."headingGrams"` : Prisma.sql`section."grams"`;
  const periods = periodCodes(months ?? []);
  const held = new Set(plan.codes);
  const proof = proofSql(wanted, (word) => {
    const { codes: needed, exact } = gramsOf(word);
    return exact && needed.every((code) => held.has(code));
  });
  const rows = await run<HitRow>(Prisma.sql`
    -- OFFSET 0 keeps the planner from turning the join round and going through all documents.
    WITH candidate AS MATERIALIZED (
      SELECT section."id", section."documentId", section."position", section."kind", section."partKind", ${inHeadingSql(wanted)} AS "inHeading"
      FROM "Section" section
      WHERE ${column} @> ${plan.codes}::int[] AND ${months ? Prisma.sql`${column} && ${periods}::int[]` : Prisma.sql`true`} AND ${proof}
      ${months ? Prisma.sql`LIMIT ${STEP_LIMIT}::int` : Prisma.empty}
    )
    SELECT total."candidates", hit.* FROM (SELECT count(*)::int AS "candidates" FROM candidate) total
    LEFT JOIN (
      SELECT candidate."id" AS "sectionId", candidate."documentId", document."orderedOn"::text AS "day", candidate."kind", candidate."partKind", candidate."inHeading"
      FROM candidate CROSS JOIN LATERAL (
        SELECT document."id", document."orderedOn" FROM "Document" document
        WHERE document."id" = candidate."documentId" AND ${wanted.scope.document} OFFSET 0
      ) document
      ORDER BY ${orderSql(wanted)}, candidate."position" LIMIT ${limit}::int
    ) hit ON true`);
  return {
    hits: rows.filter((row) => (row.sectionId as number | null) !== null),
    complete: months === null || (rows[0]?.candidates ?? 0) < STEP_LIMIT,
  };
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

/** Through the index, as many months at once as should give what is still wanted. */
async function* monthByMonth(wanted: Wanted, plan: Plan, limit: number): AsyncGenerator<Hit[]> {
  let months = await listMonths(wanted);
  const expected = (plan.least * plan.sections) / Math.max(1, months.length);
  let step = expected > 0 ? Math.ceil((STEP_MARGIN * limit) / expected) : FIRST_MONTHS;
  for (let found = 0; months.length > 0 && found < limit;) {
    const taken = months.slice(0, step);
    const { hits, complete } = await throughIndex(wanted, plan, taken, limit - found);
    if (!complete && taken.length > 1) {
      step = Math.ceil(taken.length / STEP_GROWTH);
      continue;
    }
    const batch = complete ? hits : await documentByDocument(wanted, limit - found, taken[0]);
    found += batch.length;
    months = months.slice(taken.length);
    const most = taken.length * STEP_GROWTH;
    const perMonth = batch.length / taken.length;
    step = perMonth === 0 ? most : Math.max(1, Math.min(most, Math.ceil((STEP_MARGIN * (limit - found)) / perMonth)));
    if (batch.length > 0) yield batch;
  }
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
