import 'server-only';
import { issueSegment, readIssueSegment } from '@/lib/addresses/issue-segment';
import { isTypedText, readNumberParam } from '@/lib/addresses/route-params';
import { ROUTES, type Existence, type RouteMatch, type RoutePattern } from '@/lib/addresses/routes';
import { isAsked, parseSearchParams, rawSearchParams } from '@/lib/addresses/search-params';
import { citationGraphUrl, comparisonUrl, issueUrl, versionsUrl } from '@/lib/addresses/urls';
import { articleOfParagraph, type ParagraphAddress } from '@/lib/gazette';
import { askDatabase, getClient } from '@/lib/db/client';
import {
  decidePlace,
  decideShared,
  decideVersion,
  decideVersionPages,
  type Decision,
} from '@/lib/db/queries/ledger/decide-place';
import type { PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { findFormerIssue, findFormerMunicipality } from '@/lib/db/queries/ledger/documents';
import { whereIssueHasNumber } from '@/lib/db/queries/selects';
import { resolveAddress } from '@/lib/db/queries/references/resolve-references';
import { decideDay, decideParagraphDay, decideSectionDay } from '@/lib/db/queries/validity/asked-day';
import { isClaimedNumber } from '@/lib/db/search/results/claimed-number';
import { askSearch } from '@/lib/db/search/sql/pool';
import { statedWordsOf } from '@/lib/subjects/subjects-of';

/** The parameters of all routes whose existence is decided in the same way. */
type ParamsOf<Way extends Existence> = {
  [Pattern in RoutePattern]: (typeof ROUTES)[Pattern]['exists'] extends Way
    ? Extract<RouteMatch, { pattern: Pattern }>['params']
    : never;
}[RoutePattern];
type Answer = boolean | Decision;
type Check<Way extends Existence> = (params: ParamsOf<Way>, question: URLSearchParams) => Answer | Promise<Answer>;

/**
 * Decides each kind of existence. What is held costs one indexed query, and no tree is loaded but
 * for a shared link that names its words; what is not is looked for in the ledger.
 */
const checks: { [Way in Existence]: Check<Way> } = {
  itself: () => true,
  never: () => false,
  // As next.config.js leaves such pages out of a build.
  development: () => process.env.NODE_ENV === 'development' || process.env.SPECIMENS === '1',
  'without data': () => true,
  'with data': () => true,
  async search(_params, question) {
    if (isAsked(parseSearchParams(rawSearchParams(question)))) await Promise.all([askDatabase(), askSearch()]);
    return true;
  },
  number: ({ spelling }) => isNumberHere(spelling.join('/')),
  subject: ({ subject }) => statedWordsOf(subject) !== null,
  async municipality({ municipality }) {
    if ((await getClient().municipality.count({ where: { slug: municipality } })) > 0) return true;
    return (await findFormerMunicipality(municipality)) ? { kind: 'ended' } : false;
  },
  async issue({ municipality, year, number }) {
    const [readYear, readNumber] = [readNumberParam(year), readIssueSegment(number)];
    if (readYear === null || readNumber === null) return false;
    const where = { municipality: { slug: municipality }, ...whereIssueHasNumber(readYear, readNumber) };
    const select = { year: true, number: true, edition: true };
    const held = await getClient().issue.findFirst({ where, select, orderBy: { number: 'desc' } });
    // 5-6, and 6 of an issue of two numbers, lead to its own address.
    if (held && issueSegment(held) !== number) return { kind: 'leads', to: issueUrl(municipality, held), status: 307 };
    if (held) return true;
    return (await findFormerIssue(municipality, readYear, readNumber)) ? { kind: 'ended' } : false;
  },
  document: ({ municipality, document }, question) =>
    decidePlace({ municipality, document }, question, (to) => citationGraphUrl(to.municipality, to.document)),
  // A raw 文号 in place of an address is redirected by the page, whether its document is held or not.
  async 'document or number'({ municipality, document }, question) {
    if (isTypedText(document)) return isNumberHere(document, municipality);
    const place = { municipality, document };
    return (
      (await decideVersion(place, question)) ?? (await decideDay(place, question)) ?? decideShared(place, question)
    );
  },
  async section({ municipality, document, section }, question) {
    const place = { municipality, document, section };
    return (
      (await decideParagraph(place, question)) ??
      (await decideSectionDay(place, question)) ??
      decideShared(place, question)
    );
  },
  versions: (place) => decideVersionPages(place, (to) => versionsUrl(to.municipality, to.document)),
  comparison: (place) => decideVersionPages(place, (to) => comparisonUrl(to.municipality, to.document, place.pair)),
};

/** A 款 has no page: it is shown in its document, or in the text of a day. */
async function decideParagraph(place: Required<PortalPlace>, question: URLSearchParams): Promise<Decision | null> {
  const { municipality, document, section } = place;
  const article = articleOfParagraph(section);
  if (article === null) return null;
  const row = await getClient().section.findFirst({
    where: { address: article, document: { slug: document, municipality: { slug: municipality } } },
    select: { paragraphs: true },
  });
  const inside = (row?.paragraphs ?? []) as unknown as ParagraphAddress[];
  if (!inside.some(({ address }) => address === section)) return null;
  return decideParagraphDay(place, question);
}

const isNumberHere = async (words: string, municipality?: string): Promise<boolean> =>
  (await isClaimedNumber(words)) || (await resolveAddress(words, municipality)).length > 0;

/** What needs no database, or asks for itself whether it answers. */
const UNASKED: readonly Existence[] = ['itself', 'never', 'development', 'without data', 'search'];

/**
 * Decides what an address is answered with.
 *
 * For proxy.ts, which needs the status before the page is rendered.
 * @param question the parameters of the address
 * @throws DatabaseUnavailable or SearchUnavailable, within about a second, where the page needs a
 * database that does not answer
 * @throws StoredTreeError where the page's document is stored as a tree of another version
 */
export async function decideAddress(route: RouteMatch | null, question = new URLSearchParams()): Promise<Decision> {
  if (route === null) return { kind: 'missing' };
  const { exists } = ROUTES[route.pattern];
  const check = checks[exists] as unknown as Check<never>;
  // A sign of life beside the check, which would wait for longer.
  const [answer] = await Promise.all([
    check(route.params as never, question),
    UNASKED.includes(exists) ? null : askDatabase(),
  ]);
  if (typeof answer !== 'boolean') return answer;
  return { kind: answer ? 'held' : 'missing' };
}
