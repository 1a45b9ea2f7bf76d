import 'server-only';
import { cache } from 'react';
import type { CitingFilter } from '@/lib/addresses/citing-params';
import { issuerOfCode, readDocNumber, type TypedNumber } from '@/lib/gazette';
import type { Relation } from '@/lib/gazette/ast';
import { getClient } from '@/lib/db/client';
import { Prisma, type MentionCount } from '@/lib/db/generated/client';
import { engine } from '@/lib/db/search';
import { toInt4 } from '@/lib/db/int4';
import { groupBy } from '@/lib/collections/group-by';
import { listMentions, type RelationCounts } from '@/lib/db/queries/citations/mentions';
import { documentLinkSelect, issueLinkSelect } from '@/lib/db/queries/selects';
import { getNumberValidity } from '@/lib/db/queries/validity/validities';
import { listNearWanted } from './wanted';

const numberedDocumentSelect = {
  ...documentLinkSelect,
  issue: { select: issueLinkSelect },
} satisfies Prisma.DocumentSelect;

// A choice longer than this is no help; the search page is.
const CHOICE_LIMIT = 50;

/**
 * Takes a 文号 in any spelling, complete or not; gives
 * - `document`: the one document that bears it;
 * - `several`: the held documents that bear it, or that an incomplete spelling fits (then
 * `canonical` is null);
 * - `absent`: nothing held; see `describeAbsent`;
 * - `unreadable`: the words are no number.
 */
export const getDocNumberPage = cache(async (spelling: string) => {
  const read = readDocNumber(spelling);
  if (!read) return { kind: 'unreadable' as const };
  const canonical = read.canonical ?? null;
  const documents = await getClient().document.findMany({
    where: canonical
      ? { docNumber: canonical }
      : { agencyCode: read.agencyCode, year: read.year, serial: read.serial === undefined ? undefined : toInt4(read.serial) },
    select: numberedDocumentSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: CHOICE_LIMIT,
  });
  const [document] = documents;
  if (canonical && document && documents.length === 1) return { kind: 'document' as const, canonical, document };
  if (documents.length > 0) return { kind: 'several' as const, canonical, documents };
  return { kind: 'absent' as const, canonical, typed: read };
});
export type DocNumberPage = Awaited<ReturnType<typeof getDocNumberPage>>;

/**
 * Takes a number that nobody holds, as it was read, and which part of the list of mentions is asked
 * for; gives the titles it is cited with, who issues such numbers, what sentences say of its
 * validity, who cites it, and numbers nearly the same: of held documents, and of such as are wanted
 * themselves.
 */
export async function describeAbsent(typed: TypedNumber, filter: CitingFilter) {
  const { canonical, agencyCode, year } = typed;
  const serial = typed.serial === undefined ? undefined : toInt4(typed.serial);
  const parts = { agencyCode, year, serial };
  const meant = Object.entries(parts).filter(([, value]) => value !== undefined);
  const condition =
    canonical === undefined
      ? Prisma.join(
          meant.map(([name, value]) => Prisma.sql`citation.${Prisma.raw(`"${name}"`)} = ${value}`),
          ' AND ',
        )
      : Prisma.sql`citation."docNumber" = ${canonical}`;
  const counts = countMentions(condition);
  const [titles, mentions, near, nearWanted, validity, agency] = await Promise.all([
    counts.then(listTitles),
    listMentions(condition, filter, counts.then(listRelations)),
    engine.findNumber(typed).then((found) => found.near),
    listNearWanted(typed),
    canonical === undefined ? null : getNumberValidity(canonical),
    agencyCode === undefined ? null : findAgency(agencyCode),
  ]);
  const issuer = agency === null ? issuerOfCode(agencyCode ?? '') : { name: agency, from: 'held' as const };
  return { titles, issuer, mentions, near, nearWanted, validity };
}
export type AbsentNumberDetail = Awaited<ReturnType<typeof describeAbsent>>;

const TITLES_LIMIT = 20;

type Counts = Pick<MentionCount, 'relation' | 'title' | 'mentions'>[];

/**
 * How often numbers are mentioned, by relation and title, as every ingest keeps it: no mention is
 * read. The condition is on columns that a cited number shares with a citation.
 */
const countMentions = async (condition: Prisma.Sql): Promise<Counts> =>
  getClient().$queryRaw<Counts>`
    SELECT kept."relation", kept."title", kept."mentions"
    FROM "CitedNumber" citation JOIN "MentionCount" kept ON kept."docNumber" = citation."docNumber" WHERE ${condition}`;

const listRelations = (counts: Counts): RelationCounts =>
  [...groupBy(counts, ({ relation }) => relation)].map(([relation, rows]) => ({
    relation: relation as Relation,
    count: sumOf(rows),
  }));

/**
 * The titles a number is cited with, the most frequent first; more than one is a mistake somewhere,
 * and the reader should see it.
 */
const listTitles = (counts: Counts): { title: string; count: number }[] =>
  [...groupBy(counts, ({ title }) => title)]
    .flatMap(([title, rows]) => (title === '' ? [] : [{ title, count: sumOf(rows) }]))
    .sort((one, other) => other.count - one.count || (one.title < other.title ? -1 : 1))
    .slice(0, TITLES_LIMIT);

const sumOf = (counts: Counts): number => counts.reduce((sum, { mentions }) => sum + mentions, 0);

/** So many documents tell who uses a code. */
const AGENCY_SAMPLE = 20;

/**
 * Who signs the held documents of this code; null where none is held, or where they do not agree.
 */
async function findAgency(agencyCode: string): Promise<string | null> {
  const signed = await getClient().document.findMany({
    where: { agencyCode, agency: { not: null } },
    select: { agency: true },
    orderBy: [{ year: 'desc' }, { serial: 'desc' }],
    take: AGENCY_SAMPLE,
  });
  const agencies = new Set(signed.map(({ agency }) => agency));
  return agencies.size === 1 ? (signed[0]?.agency ?? null) : null;
}
