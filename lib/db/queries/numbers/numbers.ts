import 'server-only';
import { cache } from 'react';
import type { CitingFilter } from '@/lib/addresses/citing-params';
import { issuerOfCode, readDocNumber, type TypedNumber } from '@/lib/gazette';
import type { Relation } from '@/lib/gazette/ast';
import { getClient } from '@/lib/db/client';
import { Prisma, type MentionCount } from '@/lib/db/generated/client';
import { engine } from '@/lib/db/search';
import { isClaimedNumber } from '@/lib/db/search/results/claimed-number';
import { searchUrl } from '@/lib/addresses/search-params';
import { resolveAddress } from '@/lib/db/queries/references/resolve-references';
import { addressOf } from '@/lib/references/resolved';
import { toInt4 } from '@/lib/db/int4';
import { groupBy } from '@/lib/collections/group-by';
import { listMentions, type RelationCounts } from '@/lib/db/queries/citations/mentions';
import { documentLinkSelect, issueLinkSelect } from '@/lib/db/queries/selects';
import { listFormerBearers } from '@/lib/db/queries/ledger/documents';
import { getNumberValidity } from '@/lib/db/queries/validity/validities';
import { listNearWanted } from './wanted';

const numberedDocumentSelect = {
  ...documentLinkSelect,
  issue: { select: issueLinkSelect },
} satisfies Prisma.DocumentSelect;

/** Documents of a choice, at most; the search page lists more. */
const CHOICE_LIMIT = 50;

/**
 * Finds the documents of a 文号, in any spelling, complete or not.
 *
 * - `document`: one document has it
 * - `several`: several have it, or an incomplete spelling fits them (`canonical` is null); or one
 *   has it that was another document's until its number was corrected (`formers`)
 * - `absent`: none is held; see `describeAbsent`
 * - `leads`: the words mean a place or another spelling of the number: 示政发〔2018〕58号第三条
 * - `unreadable`: it is no number: 24小时
 * @param municipality address of the municipality in whose pages it stands
 */
export const getDocNumberPage = cache(async (spelling: string, municipality?: string) => {
  const read = readDocNumber(spelling);
  if (!read) return (await leadOn(spelling, null, municipality)) ?? { kind: 'unreadable' as const };
  const canonical = read.canonical ?? null;
  const bearers = canonical === null ? [] : listFormerBearers(canonical);
  const documents = await getClient().document.findMany({
    where: canonical
      ? { docNumber: canonical }
      : {
          agencyCode: read.agencyCode,
          year: read.year,
          serial: read.serial === undefined ? undefined : toInt4(read.serial),
        },
    select: numberedDocumentSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: CHOICE_LIMIT,
  });
  const [document] = documents;
  const formers = await bearers;
  if (canonical && document && documents.length === 1 && formers.length === 0)
    return { kind: 'document' as const, canonical, document };
  if (documents.length > 0) return { kind: 'several' as const, canonical, documents, formers };
  const further = formers.length > 0 ? null : await leadOn(spelling, canonical, municipality);
  if (further) return further;
  if (formers.length === 0 && !(await isClaimedNumber(spelling))) return { kind: 'unreadable' as const };
  return { kind: 'absent' as const, canonical, typed: read, formers };
});
/** Finds where words lead that are no held number as they stand; null where to nothing else. */
async function leadOn(spelling: string, canonical: string | null, municipality: string | undefined) {
  const [only, ...others] = await resolveAddress(spelling, municipality);
  if (!only) return null;
  const address = others.length > 0 ? null : addressOf(only);
  if (only.kind === 'absent' && only.canonical === canonical) return null;
  return { kind: 'leads' as const, to: address ?? searchUrl({ q: spelling }) };
}

/** The documents of a 文号. */
export type DocNumberPage = Awaited<ReturnType<typeof getDocNumberPage>>;

/**
 * Reads what is known of a number that is not held.
 *
 * It is the titles it is cited with, who issues such numbers, its validity, who cites it, and
 * numbers one slip away: held ones, and missing ones.
 * @param typed the number as it was read
 * @param filter the relation and page of mentions that are asked for
 */
export async function describeAbsent(typed: TypedNumber, filter: CitingFilter) {
  const { canonical, agencyCode, year } = typed;
  const serial = typed.serial === undefined ? undefined : toInt4(typed.serial);
  const parts = { agencyCode, year, serial };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  const condition =
    canonical === undefined
      ? Prisma.join(
          known.map(([name, value]) => Prisma.sql`citation.${Prisma.raw(`"${name}"`)} = ${value}`),
          ' AND ',
        )
      : Prisma.sql`citation."docNumber" = ${canonical}`;
  const counts = countMentions(condition);
  const [titles, mentions, near, nearWanted, validity, agency] = await Promise.all([
    counts.then(listTitles),
    listMentions(condition, filter, counts.then(listRelations)),
    engine.findNumber(typed).then((matches) => matches.near),
    listNearWanted(typed),
    canonical === undefined ? null : getNumberValidity(canonical),
    agencyCode === undefined ? null : findAgency(agencyCode),
  ]);
  const issuer = agency === null ? issuerOfCode(agencyCode ?? '') : { name: agency, from: 'held' as const };
  return { titles, issuer, mentions, near, nearWanted, validity };
}
/** What is known of a number that is not held. */
export type AbsentNumberDetail = Awaited<ReturnType<typeof describeAbsent>>;

const TITLES_LIMIT = 20;

type Counts = Pick<MentionCount, 'relation' | 'title' | 'mentions'>[];

/**
 * Reads how often numbers are mentioned, by relation and title, as the ingest counts it; no mention
 * is read.
 * @param condition on columns that "CitedNumber" and "Citation" share, as `citation`
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
 * Lists the titles that a number is cited with, the most frequent first. More than one is a mistake
 * somewhere, which the reader should see.
 */
const listTitles = (counts: Counts): { title: string; count: number }[] =>
  [...groupBy(counts, ({ title }) => title)]
    .flatMap(([title, rows]) => (title === '' ? [] : [{ title, count: sumOf(rows) }]))
    .sort((one, other) => other.count - one.count || (one.title < other.title ? -1 : 1))
    .slice(0, TITLES_LIMIT);

const sumOf = (counts: Counts): number => counts.reduce((sum, { mentions }) => sum + mentions, 0);

/** Documents that show who uses a code. */
const AGENCY_SAMPLE = 20;

/** Finds who signs the held documents of a code; null where none is held, or where they differ. */
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
