import type { Metadata } from 'next';
import { DocumentHit } from '@/components/search/DocumentHit';
import { Filters } from '@/components/search/Filters';
import { NothingFound } from '@/components/search/NothingFound';
import { NumberHit } from '@/components/search/NumberHit';
import { countWords } from '@/components/search/count-words';
import { Page } from '@/components/site/Page';
import { SearchBox } from '@/components/site/SearchBox';
import { Pager } from '@/components/ui/Pager';
import { listMunicipalities } from '@/lib/db/queries/municipalities';
import { searchSections } from '@/lib/db/queries/search';
import { parseSearchParams, searchUrl, type RawSearchParams } from '@/lib/search-params';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

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
  const [results, municipalities] = await Promise.all([searchSections({ ...filter }), listMunicipalities()]);
  const { number, documents, page, pages, by } = results;
  const sample = documents.some(({ document }) => document.municipality.sample);
  return (
    <Page crumbs={[{ label: '检索' }]} query={filter.q} withoutSearch={!filter.q} sample={sample}>
      {!filter.q && (
        <header className="head">
          <h1 className="mb-5">检索</h1>
          <SearchBox big />
          <p className="quiet mt-4">输入文号（括号、空格怎么写都行）、标题或正文里的字句；几个词之间用空格隔开。</p>
        </header>
      )}
      <div className="results">
        {filter.q ? <Filters filter={filter} municipalities={municipalities} /> : null}
        {filter.q && (
          <div>
            {number && <NumberHit number={number} q={filter.q} />}
            <h1 className="result-count">{countWords(results, filter.q)}</h1>
            {documents.length > 0 ? (
              <ol>
                {documents.map((hit) => (
                  <DocumentHit
                    key={`${hit.document.municipality.slug}/${hit.document.slug}`}
                    hit={hit}
                    more={by === 'citations' ? '处引用' : '处'}
                  />
                ))}
              </ol>
            ) : (
              !(number && number.documents.length > 0) && (
                <NothingFound filter={filter} words={results.query.words} timedOut={results.timedOut} />
              )
            )}
            <Pager page={page} pages={pages} href={(to) => searchUrl({ ...filter, page: to })} />
          </div>
        )}
      </div>
    </Page>
  );
}
