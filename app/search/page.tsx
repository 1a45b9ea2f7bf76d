import type { Metadata } from 'next';
import { Filters } from '@/components/search/Filters';
import { Results } from '@/components/search/Results';
import { SearchStart } from '@/components/search/SearchStart';
import { Page } from '@/components/site/Page';
import { listMunicipalities } from '@/lib/db/queries/municipalities';
import { searchSections } from '@/lib/db/queries/search';
import { parseSearchParams, searchUrl, type RawSearchParams } from '@/lib/search-params';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

const crumbs = [{ label: '检索' }];

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const filter = parseSearchParams(await searchParams);
  return {
    title: filter.q ? `检索：${filter.q}` : '检索',
    alternates: { canonical: searchUrl(filter) },
    robots: { index: false },
  };
}

/** Search: a number first, then documents with their sections. */
export default async function SearchPage({ searchParams }: Props) {
  const filter = parseSearchParams(await searchParams);
  if (filter.q === '') {
    return (
      <Page crumbs={crumbs} withoutSearch>
        <SearchStart />
      </Page>
    );
  }
  const [results, municipalities] = await Promise.all([searchSections({ ...filter }), listMunicipalities()]);
  const shown = [...results.documents.map(({ document }) => document), ...(results.number?.documents ?? [])];
  return (
    <Page crumbs={crumbs} query={filter.q} sample={shown.some(({ municipality }) => municipality.sample)}>
      <div className="results">
        <Filters filter={filter} municipalities={municipalities} />
        <Results results={results} filter={filter} />
      </div>
    </Page>
  );
}
