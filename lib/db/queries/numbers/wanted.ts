import 'server-only';
import { cache } from 'react';
import type { TypedNumber } from '@/lib/gazette';
import { numberDistance, slipsOf, SLIP_LIMIT } from '@/lib/search/near/number-distance';
import { LAST_WANTED_PAGE, WANTED_PER_PAGE, type WantedFilter } from '@/lib/addresses/wanted-params';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { inSnapshot, runInSnapshot } from '@/lib/db/snapshot';

const wantedSelect = {
  docNumber: true,
  agencyCode: true,
  year: true,
  serial: true,
  documents: true,
  mentions: true,
  title: true,
  newestOn: true,
} satisfies Prisma.CitedNumberSelect;
/** A number that documents mention and no held document has. */
export type WantedNumber = Prisma.CitedNumberGetPayload<{ select: typeof wantedSelect }>;

/** The most wanted first: an order that an index keeps, whatever the filter. */
const order = [{ documents: 'desc' }, { docNumber: 'asc' }] satisfies Prisma.CitedNumberOrderByWithRelationInput[];
/** Numbers that are counted; the list has no more. */
const COUNTED = WANTED_PER_PAGE * LAST_WANTED_PAGE;

/** A value of a filter, and how many wanted numbers have it. */
export interface WantedChoice {
  value: string;
  count: number;
}

/**
 * Lists a page of wanted numbers (待补文件), the most wanted first.
 *
 * The first COUNTED of them are counted; `capped` says that there are more. The agencies and years
 * are the choices of the filters.
 */
export const listWanted = cache(async ({ agency, year, page }: WantedFilter) => {
  const where = {
    held: false,
    ...(agency !== undefined && { agencyCode: agency }),
    ...(year !== undefined && { year }),
  };
  const [numbers, total, agencies, years, sample] = await Promise.all([
    getClient().citedNumber.findMany({
      where,
      select: wantedSelect,
      orderBy: order,
      take: WANTED_PER_PAGE,
      skip: (page - 1) * WANTED_PER_PAGE,
    }),
    getClient().citedNumber.count({ where, take: COUNTED + 1 }),
    countChoices('agencyCode', year === undefined ? Prisma.empty : Prisma.sql`AND "year" = ${year}`),
    countChoices('year', agency === undefined ? Prisma.empty : Prisma.sql`AND "agencyCode" = ${agency}`),
    getClient().municipality.findFirst({ where: { sample: true }, select: { id: true } }),
  ]);
  const counted = Math.min(total, COUNTED);
  return {
    numbers,
    total: counted,
    capped: total > COUNTED,
    pages: Math.ceil(counted / WANTED_PER_PAGE),
    page,
    agencies,
    // The invented municipality cites invented numbers, which stand among the others.
    sample: sample !== null,
    years: years.sort((one, other) => Number(other.value) - Number(one.value)),
  };
});
/** A page of wanted numbers. */
export type Wanted = Awaited<ReturnType<typeof listWanted>>;

const CHOICES_LIMIT = 60;

/**
 * Counts the values of a column among the most wanted numbers, the most frequent first. Each filter
 * is counted with the other one set.
 */
async function countChoices(column: 'agencyCode' | 'year', condition: Prisma.Sql): Promise<WantedChoice[]> {
  const name = Prisma.raw(`"${column}"`);
  return getClient().$queryRaw<WantedChoice[]>`
    SELECT ${name}::text AS "value", count(*)::int AS "count" FROM (
      SELECT ${name} FROM "CitedNumber" WHERE NOT "held" ${condition}
      ORDER BY "documents" DESC, "docNumber" LIMIT ${COUNTED}
    ) wanted WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${CHOICES_LIMIT}`;
}

const BATCH = 1000;

/**
 * Lists all wanted numbers of a filter in batches, at most `limit`.
 *
 * They are of one state of the data.
 * @throws DatabaseUnavailable where too many are listed at once
 */
export const streamWanted = (filter: Omit<WantedFilter, 'page'>, limit: number, batch = BATCH) =>
  inSnapshot(() => readWanted(filter, limit, batch));

async function* readWanted({ agency, year }: Omit<WantedFilter, 'page'>, limit: number, batch: number) {
  const run = async (text: string, values: unknown[] = []) =>
    (await runInSnapshot<WantedNumber>({ text, values })) ?? [];
  // In the order of an index, whatever the filter.
  await run(
    `DECLARE wanted CURSOR FOR
      SELECT "docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn"::timestamp AT TIME ZONE 'UTC' AS "newestOn"
      FROM "CitedNumber" WHERE NOT "held" AND ($1::text IS NULL OR "agencyCode" = $1) AND ($2::int IS NULL OR "year" = $2)
      ORDER BY "documents" DESC, "docNumber" LIMIT $3::int`,
    [agency ?? null, year ?? null, limit],
  );
  for (;;) {
    const numbers = await run(`FETCH ${batch} FROM wanted`);
    if (numbers.length > 0) yield numbers;
    if (numbers.length < batch) return;
  }
}

const NEAR_LIMIT = 10;

/**
 * Lists wanted numbers one slip away from a number, the nearest first.
 *
 * See lib/search/near/number-distance.ts.
 */
export async function listNearWanted(typed: TypedNumber): Promise<WantedNumber[]> {
  const { agencyCode, year, serial } = typed;
  if (serial === undefined || serial >= 2 ** 31 || (agencyCode === undefined && year === undefined)) return [];
  const serials = { in: [serial, ...slipsOf(serial)] };
  // One part may be wrong, not two.
  const slips =
    year === undefined
      ? [{ serial: serials }]
      : [
          { year, serial: serials },
          { year: { in: slipsOf(year) }, serial },
          { year: null, serial: serials },
        ];
  const ofCode = agencyCode === undefined ? [] : slips.map((slip) => ({ agencyCode, ...slip }));
  const ofYear = year === undefined ? [] : [{ year, serial }];
  const candidates = await getClient().citedNumber.findMany({
    where: {
      held: false,
      ...(typed.canonical !== undefined && { docNumber: { not: typed.canonical } }),
      OR: [...ofCode, ...ofYear],
    },
    select: wantedSelect,
    orderBy: order,
    take: 300,
  });
  return candidates
    .map((candidate) => ({ candidate, distance: numberDistance(typed, candidate) }))
    .filter(({ distance }) => distance > 0 && distance <= SLIP_LIMIT)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, NEAR_LIMIT)
    .map(({ candidate }) => candidate);
}
