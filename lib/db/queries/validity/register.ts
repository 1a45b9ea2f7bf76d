import 'server-only';
import { cache } from 'react';
import { ENDING_DAYS, REGISTER_PER_PAGE, type RegisterFilter, type RegisterTab } from '@/lib/addresses/register-params';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';
import { calendarDay } from '@/lib/settings/today';
import { firstDayIn, type FirstDay } from '@/lib/validity/first-day';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { listValidities } from './validities';

const DAY = 24 * 3600 * 1000;

/** A document in the register. */
export interface RegisterEntry {
  document: DocumentLink;
  validity: Validity;
  /** First day in force by its own words; null where it names none. */
  first: FirstDay | null;
  /** Last day in force, where it is known; days left from today on, where it is not past. */
  lastDay: Date | null;
  daysLeft: number | null;
  /** First and last year that the title names. */
  titleYear: number | null;
  titleEndYear: number | null;
}

/** A value of a filter, and how many documents have it. */
export interface RegisterChoice {
  value: string;
  count: number;
}

interface Listed {
  id: number;
  state: string;
  lastDay: Date | null;
}

/**
 * Selects the documents that the register is about, with their state today and their last day.
 *
 * These are rules and normative documents, by category, number and title, and every document of
 * whose validity something is stated.
 */
function listed(
  municipalityId: number,
  { agency, year }: Pick<RegisterFilter, 'agency' | 'year'>,
  today: Date,
): Prisma.Sql {
  const day = Prisma.sql`${today.toISOString().slice(0, 10)}::date`;
  return Prisma.sql`
    SELECT document."id", document."agency", document."orderedOn", document."titleEndYear", coalesce(period."state", 'unknown') AS "state",
      CASE WHEN period."state" IN ('repealed', 'expired') THEN period."startsOn" ELSE lapse."startsOn" END - 1 AS "lastDay"
    FROM "Document" document
    LEFT JOIN "ValidityPeriod" period ON period."documentId" = document."id"
      AND (period."startsOn" IS NULL OR period."startsOn" <= ${day}) AND (period."endsOn" IS NULL OR period."endsOn" >= ${day})
    LEFT JOIN (
      SELECT "documentId", min("startsOn") AS "startsOn" FROM "ValidityPeriod"
      WHERE "state" IN ('repealed', 'expired') AND "startsOn" > ${day} GROUP BY 1
    ) lapse ON lapse."documentId" = document."id"
    WHERE document."municipalityId" = ${municipalityId}
      AND (period."state" IS NOT NULL OR document."titleEndYear" IS NOT NULL OR document."category" LIKE '%规范性文件%'
        OR document."agencyCode" LIKE '%规' OR document."agencyCode" LIKE '%令')
      AND (${agency ?? null}::text IS NULL OR document."agency" = ${agency ?? null})
      AND (${year ?? null}::int IS NULL OR extract(year FROM document."orderedOn") = ${year ?? null}::int)`;
}

/** The condition of each list, of a row of `listed`. */
const conditions = (today: Date): Record<RegisterTab, Prisma.Sql> => {
  const last = new Date(today.getTime() + ENDING_DAYS * DAY).toISOString().slice(0, 10);
  const isInForce = Prisma.sql`"state" IN ('inForce', 'amended')`;
  return {
    all: Prisma.sql`true`,
    inForce: isInForce,
    ending: Prisma.sql`${isInForce} AND "lastDay" <= ${last}::date`,
    expired: Prisma.sql`"state" = 'expired'`,
    amended: Prisma.sql`"state" = 'amended'`,
    repealed: Prisma.sql`"state" = 'repealed'`,
    conflict: Prisma.sql`"state" = 'conflict'`,
    title: Prisma.sql`"titleEndYear" < ${today.getUTCFullYear()} AND "state" NOT IN ('repealed', 'expired')`,
    unknown: Prisma.sql`"state" = 'unknown'`,
  };
};

/** What ends first comes first; else the newest. */
const orderOf = (tab: RegisterTab): Prisma.Sql =>
  tab === 'ending' ? Prisma.sql`"lastDay", "id"` : Prisma.sql`"orderedOn" DESC, "id" DESC`;

/**
 * Reads a page of a municipality's register, and how many documents each list has.
 *
 * Four trips to the database.
 */
export const getRegister = cache(async (municipalityId: number, filter: RegisterFilter) => {
  const today = calendarDay(new Date());
  const client = getClient();
  const rows = listed(municipalityId, filter, today);
  const inTab = conditions(today);
  const counts = Prisma.join(
    Object.entries(inTab).map(
      ([tab, condition]) => Prisma.sql`count(*) FILTER (WHERE ${condition})::int AS ${Prisma.raw(`"${tab}"`)}`,
    ),
  );
  const [[totals], page, agencies, years] = await Promise.all([
    client.$queryRaw<[Record<RegisterTab, number>]>`SELECT ${counts} FROM (${rows}) listed`,
    client.$queryRaw<Listed[]>`
      SELECT "id", "state", "lastDay" FROM (${rows}) listed WHERE ${inTab[filter.tab]} ORDER BY ${orderOf(filter.tab)}
      LIMIT ${REGISTER_PER_PAGE} OFFSET ${(filter.page - 1) * REGISTER_PER_PAGE}`,
    countChoices(Prisma.sql`"agency"`, listed(municipalityId, { ...(filter.year && { year: filter.year }) }, today)),
    countChoices(
      Prisma.sql`extract(year FROM "orderedOn")::int::text`,
      listed(municipalityId, { ...(filter.agency && { agency: filter.agency }) }, today),
    ),
  ]);
  const total = totals[filter.tab];
  return {
    totals,
    total,
    page: filter.page,
    pages: Math.ceil(total / REGISTER_PER_PAGE),
    entries: await listEntries(page, today),
    agencies,
    years: years.sort((one, other) => Number(other.value) - Number(one.value)),
  };
});
/** A page of the register. */
export type RegisterPage = Awaited<ReturnType<typeof getRegister>>;

const CHOICES_LIMIT = 60;

const countChoices = (value: Prisma.Sql, rows: Prisma.Sql): Promise<RegisterChoice[]> =>
  getClient().$queryRaw<RegisterChoice[]>`
    SELECT ${value} AS "value", count(*)::int AS "count" FROM (${rows}) listed WHERE ${value} IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${CHOICES_LIMIT}`;

async function listEntries(rows: readonly Listed[], today: Date): Promise<RegisterEntry[]> {
  const ids = rows.map(({ id }) => id);
  const [documents, validities] = await Promise.all([
    getClient().document.findMany({
      where: { id: { in: ids } },
      select: { ...documentLinkSelect, titleYear: true, titleEndYear: true },
    }),
    listValidities(ids, today),
  ]);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return rows.flatMap(({ id, lastDay }) => {
    const document = byId.get(id);
    if (!document) return [];
    const validity = validities.get(id) ?? unknownValidity;
    const left = lastDay === null ? null : Math.round((lastDay.getTime() - today.getTime()) / DAY);
    const { titleYear, titleEndYear } = document;
    return [
      {
        document,
        validity,
        first: firstDayIn(validity.statements),
        lastDay,
        daysLeft: left !== null && left >= 0 ? left : null,
        titleYear,
        titleEndYear,
      },
    ];
  });
}

/** Documents that are read at once for a table. */
const BATCH = 500;

/** Lists all documents of a list of the register in batches. */
export async function* streamRegister(municipalityId: number, filter: RegisterFilter): AsyncGenerator<RegisterEntry[]> {
  const today = calendarDay(new Date());
  const rows = await getClient().$queryRaw<Listed[]>`
    SELECT "id", "state", "lastDay" FROM (${listed(municipalityId, filter, today)}) listed
    WHERE ${conditions(today)[filter.tab]} ORDER BY ${orderOf(filter.tab)}`;
  for (let at = 0; at < rows.length; at += BATCH) yield await listEntries(rows.slice(at, at + BATCH), today);
}
