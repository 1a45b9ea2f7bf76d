import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PrintSource } from '@/components/shared/PrintSource';
import { Filters } from '@/components/search/Filters';
import { isEmpty, Results } from '@/components/search/Results';
import { SearchStart } from '@/components/search/SearchStart';
import { Page } from '@/components/site/Page';
import { Unavailable } from '@/components/site/Unavailable';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { siteSettings } from '@/lib/settings/env';
import { engine } from '@/lib/db/search';
import { log } from '@/lib/logging/log';
import type { SearchAnswer } from '@/lib/search/engine';
import { isSearchUnavailable } from '@/lib/search/errors';
import {
  isAsked,
  isFromBox,
  parseSearchParams,
  searchFeedUrl,
  searchRequest,
  searchUrl,
  type RawSearchParams,
  type SearchFilter,
} from '@/lib/addresses/search-params';
import { addressesOfPage, documentUrl, feedsOfPage } from '@/lib/addresses/urls';
import { findRecovery } from './recovery';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

const crumbs = [{ label: '检索' }];

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const filter = parseSearchParams(await searchParams);
  const title = filter.q ? `检索：${filter.q}` : '检索';
  const types = feedsOfPage({ title: `${title}（更新）`, address: (format) => searchFeedUrl(filter, format) });
  return {
    title,
    alternates: {
      ...addressesOfPage(searchUrl(filter)),
      ...(isAsked(filter) && { types }),
    },
    robots: { index: false },
  };
}

/**
 * Search: a number first, then documents with their sections. The number of one document, typed
 * into the box, leads straight there.
 */
export default async function SearchPage({ searchParams }: Props) {
  const filter = parseSearchParams(await searchParams);
  if (!isAsked(filter)) {
    return (
      <Page crumbs={crumbs} withoutSearch>
        <SearchStart />
      </Page>
    );
  }
  const found = await search(filter);
  if (!found) {
    return (
      <Page crumbs={crumbs} query={filter.q}>
        <Unavailable />
      </Page>
    );
  }
  const answer = await nameMunicipality(filter, found);
  const named = isFromBox(filter) && findNamed(answer);
  if (named) redirect(documentUrl(named.municipality.slug, named.slug));
  return (
    <Page crumbs={crumbs} query={filter.q} sample={showsSample(answer)}>
      <div className="results">
        <Filters filter={filter} answer={answer} />
        <Results answer={answer} filter={filter} {...(isEmpty(answer) && (await findRecovery(filter)))} />
      </div>
      <PrintSource url={siteSettings().siteUrl + searchUrl(filter)} />
    </Page>
  );
}

/** Searches; gives null where the database goes away after proxy.ts has asked it. */
async function search(filter: SearchFilter): Promise<SearchAnswer | null> {
  try {
    return await engine.search(searchRequest(filter));
  } catch (error) {
    if (!isSearchUnavailable(error)) throw error;
    log('search without database', {}, error);
    return null;
  }
}

/**
 * A municipality in which nothing was found is no value of its filter; the page names it all the
 * same.
 */
async function nameMunicipality({ municipality }: SearchFilter, answer: SearchAnswer): Promise<SearchAnswer> {
  const { facets } = answer;
  if (municipality === undefined || facets.municipality.some(({ value }) => value === municipality)) return answer;
  const held = await findMunicipality(municipality);
  if (!held) return answer;
  const named = { value: municipality, label: held.name, documents: 0 };
  return { ...answer, facets: { ...facets, municipality: [...facets.municipality, named] } };
}

/** The one document that bears the complete number that was typed. */
function findNamed({ number }: SearchAnswer) {
  const [only, second] = number?.documents ?? [];
  return only && !second && only.docNumber === number?.canonical ? only : undefined;
}

const showsSample = ({ documents, number }: SearchAnswer): boolean =>
  [...documents.map(({ document }) => document), ...(number?.documents ?? []), ...(number?.near ?? [])].some(
    ({ municipality }) => municipality.sample,
  );
