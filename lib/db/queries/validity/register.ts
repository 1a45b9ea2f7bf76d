import 'server-only';
import { cache } from 'react';
import { REGISTER_PER_PAGE, type RegisterFilter, type RegisterTab } from '@/lib/addresses/register-params';
import { groupBy } from '@/lib/collections/group-by';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';
import { calendarDay } from '@/lib/settings/today';
import { firstDayIn, type FirstDay } from '@/lib/validity/first-day';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { conditions, DAY, listed, orderOfList, type Listed } from './register-lists';
import { listValidities } from './validities';

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
  /** What it rests on and is not in force any more, or is newer than it. */
  staleBases: StaleBasis[];
}

/** A document that another one rests on, and the sentence that says so. */
export interface StaleBasis {
  document: DocumentLink;
  validity: Validity;
  sentence: string;
  words: string;
  wordsAt: number;
}

/** A value of a filter, and how many documents have it. */
export interface RegisterChoice {
  value: string;
  count: number;
}

/**
 * Reads a page of a municipality's register, and how many documents each list has.
 *
 * Four statements for the lists, three for the page, whatever the municipality holds.
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
      SELECT "id", "state", "lastDay" FROM (${rows}) listed WHERE ${inTab[filter.tab]} ORDER BY ${orderOfList(filter.tab)}
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
  const [documents, bases] = await Promise.all([
    getClient().document.findMany({
      where: { id: { in: ids } },
      select: { ...documentLinkSelect, titleYear: true, titleEndYear: true },
    }),
    listBases(ids),
  ]);
  const validities = await listValidities([...new Set([...ids, ...bases.map(({ document }) => document.id)])], today);
  const basesOf = groupBy(bases, ({ documentId }) => documentId);
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
        staleBases: (basesOf.get(id) ?? []).flatMap(({ document: basis, ...said }) => {
          const held = validities.get(basis.id) ?? unknownValidity;
          return isStale(basis, held, document) ? [{ ...said, document: basis, validity: held }] : [];
        }),
      },
    ];
  });
}

const isStale = (basis: DocumentLink, { state }: Validity, { signedOn }: DocumentLink): boolean =>
  state === 'repealed' ||
  state === 'expired' ||
  (basis.signedOn !== null && signedOn !== null && basis.signedOn > signedOn);

/** Lists the held documents that documents rest on, each once. */
async function listBases(ids: readonly number[]) {
  const rows = await getClient().citation.findMany({
    where: { documentId: { in: [...ids] }, tie: 'basis', targetDocumentId: { not: null } },
    select: { documentId: true, sentence: true, words: true, wordsAt: true, target: { select: documentLinkSelect } },
    orderBy: [{ documentId: 'asc' }, { position: 'asc' }],
  });
  const once = new Map(
    rows.map(({ target, ...said }) => [`${said.documentId} ${target!.id}`, { ...said, document: target! }]),
  );
  return [...once.values()];
}

/** Documents that are read at once for a table. */
const BATCH = 500;

/** Lists all documents of a list of the register in batches. */
export async function* streamRegister(municipalityId: number, filter: RegisterFilter): AsyncGenerator<RegisterEntry[]> {
  const today = calendarDay(new Date());
  const rows = await getClient().$queryRaw<Listed[]>`
    SELECT "id", "state", "lastDay" FROM (${listed(municipalityId, filter, today)}) listed
    WHERE ${conditions(today)[filter.tab]} ORDER BY ${orderOfList(filter.tab)}`;
  for (let at = 0; at < rows.length; at += BATCH) yield await listEntries(rows.slice(at, at + BATCH), today);
}

/** A last day that is known and not past. */
export interface LastDay {
  document: DocumentLink;
  day: Date;
}

/** Lists the last days of a municipality's documents that are not past, the nearest first. */
export async function listLastDays(
  municipalityId: number,
  filter: Pick<RegisterFilter, 'agency' | 'year'>,
): Promise<LastDay[]> {
  const today = calendarDay(new Date());
  const rows = await getClient().$queryRaw<Listed[]>`
    SELECT "id", "state", "lastDay" FROM (${listed(municipalityId, filter, today)}) listed
    WHERE ${conditions(today).inForce} AND "lastDay" >= ${today.toISOString().slice(0, 10)}::date ORDER BY "lastDay", "id"`;
  const documents = await getClient().document.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: documentLinkSelect,
  });
  const byId = new Map(documents.map((document) => [document.id, document]));
  return rows.flatMap(({ id, lastDay }) => {
    const document = byId.get(id);
    return document && lastDay ? [{ document, day: lastDay }] : [];
  });
}
