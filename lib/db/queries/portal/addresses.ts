import 'server-only';
import { readDocNumber } from '@/lib/gazette';
import { isRawNumber, readNumberParam } from '@/lib/addresses/route-params';
import { ROUTES, type Existence, type RouteMatch, type RoutePattern } from '@/lib/addresses/routes';
import { isAsked, parseSearchParams, rawSearchParams } from '@/lib/addresses/search-params';
import { askDatabase, getClient } from '@/lib/db/client';
import { whereIssueHasNumber } from '@/lib/db/queries/selects';
import { askSearch } from '@/lib/db/search/sql/pool';
import { checkTreeVersion } from '@/lib/db/stored-tree';

/** The parameters of all routes whose existence is decided in the same way. */
type ParamsOf<Way extends Existence> = {
  [Pattern in RoutePattern]: (typeof ROUTES)[Pattern]['exists'] extends Way
    ? Extract<RouteMatch, { pattern: Pattern }>['params']
    : never;
}[RoutePattern];
type Check<Way extends Existence> = (params: ParamsOf<Way>, question: URLSearchParams) => boolean | Promise<boolean>;

/** Decides each kind of existence by one indexed query; no tree is loaded. */
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
  number: ({ spelling }) => readDocNumber(spelling.join('/')) !== null,
  municipality: async ({ municipality }) =>
    (await getClient().municipality.count({ where: { slug: municipality } })) > 0,
  async issue({ municipality, year, number }) {
    const [readYear, readNumber] = [readNumberParam(year), readNumberParam(number)];
    if (readYear === null || readNumber === null) return false;
    const where = { municipality: { slug: municipality }, ...whereIssueHasNumber(readYear, readNumber) };
    return (await getClient().issue.count({ where })) > 0;
  },
  document: ({ municipality, document }) => isDocument(municipality, document),
  // A raw 文号 in place of an address is redirected by the page, whether its document is held or not.
  'document or number': async ({ municipality, document }) =>
    (await isDocument(municipality, document)) || isRawNumber(document),
  section: ({ municipality, document, section }) => isDocument(municipality, document, section),
};

/** What needs no database, or asks for itself whether it answers. */
const UNASKED: readonly Existence[] = ['itself', 'never', 'development', 'without data', 'search'];

/** Tests for a document, or for a section of one. */
async function isDocument(municipality: string, slug: string, section?: string): Promise<boolean> {
  const sections = section === undefined ? {} : { sections: { some: { address: section } } };
  const held = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug, ...sections },
    select: { treeVersion: true },
  });
  if (held) checkTreeVersion(held.treeVersion, `${municipality}/${slug}`);
  return held !== null;
}

/**
 * Tests whether an address exists.
 *
 * For proxy.ts, which needs the status before the page is rendered.
 * @param question the parameters of the address
 * @throws DatabaseUnavailable or SearchUnavailable, within about a second, where the page needs a
 * database that does not answer
 * @throws StoredTreeError where the page's document is stored as a tree of another version
 */
export async function isHeld(route: RouteMatch | null, question = new URLSearchParams()): Promise<boolean> {
  if (route === null) return false;
  const { exists } = ROUTES[route.pattern];
  const check = checks[exists] as unknown as Check<never>;
  // A sign of life beside the check, which would wait for longer.
  const [held] = await Promise.all([
    check(route.params as never, question),
    UNASKED.includes(exists) ? null : askDatabase(),
  ]);
  return held;
}
