import 'server-only';
import { cache } from 'react';
import {
  REGISTER_PER_PAGE,
  REGISTER_TABS,
  type RegisterFilter,
  type RegisterTab,
} from '@/lib/addresses/register-params';
import { groupBy } from '@/lib/collections/group-by';
import { getClient } from '@/lib/db/client';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';
import { calendarDay } from '@/lib/settings/today';
import { firstDayIn, type FirstDay } from '@/lib/validity/first-day';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { conditions, DAY, orderList, isWithinLimits, listRegistered, type ListedDocument } from './register-lists';
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
interface StaleBasis {
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
 * The lists are in memory while nothing changes; a page is read by four statements.
 */
export const getRegister = cache(async (municipalityId: number, filter: RegisterFilter) => {
  const { tab, page, agency, year } = filter;
  const today = calendarDay(new Date());
  const documents = await listRegistered(municipalityId, today);
  const within = documents.filter(isWithinLimits(filter));
  const inTab = conditions(today);
  const totals = Object.fromEntries(
    REGISTER_TABS.map((name) => [name, within.reduce((count, each) => count + Number(inTab[name](each)), 0)]),
  ) as Record<RegisterTab, number>;
  const listed = orderList(tab, within.filter(inTab[tab]));
  return {
    totals,
    total: listed.length,
    page,
    pages: Math.ceil(listed.length / REGISTER_PER_PAGE),
    entries: await listEntries(listed.slice((page - 1) * REGISTER_PER_PAGE, page * REGISTER_PER_PAGE), today),
    agencies: countChoices(
      documents.filter(isWithinLimits({ ...(year !== undefined && { year }) })),
      (each) => each.agency,
    )
      .sort((one, other) => other.count - one.count || compare(one.value, other.value))
      .slice(0, CHOICES_LIMIT),
    years: countChoices(documents.filter(isWithinLimits({ ...(agency !== undefined && { agency }) })), (each) =>
      String(each.year),
    ).sort((one, other) => compare(other.value, one.value)),
  };
});
/** A page of the register. */
export type RegisterPage = Awaited<ReturnType<typeof getRegister>>;

const CHOICES_LIMIT = 60;

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function countChoices(
  documents: readonly ListedDocument[],
  valueOf: (document: ListedDocument) => string | null,
): RegisterChoice[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const value = valueOf(document);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

async function listEntries(rows: readonly ListedDocument[], today: Date): Promise<RegisterEntry[]> {
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
  const documents = await listRegistered(municipalityId, today);
  const rows = orderList(filter.tab, documents.filter(isWithinLimits(filter)).filter(conditions(today)[filter.tab]));
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
  const registered = await listRegistered(municipalityId, today);
  const rows = orderList('ending', registered.filter(isWithinLimits(filter)).filter(conditions(today).inForce)).filter(
    ({ lastDay }) => lastDay !== null && lastDay >= today,
  );
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
