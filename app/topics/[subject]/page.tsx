import type { Metadata } from 'next';
import { DocumentHit } from '@/components/search/DocumentHit';
import { FollowThis } from '@/components/site/FollowLinks';
import { MissingSubject } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { Unavailable } from '@/components/site/Unavailable';
import { decodeSegment } from '@/lib/addresses/route-params';
import { searchFeedUrl, searchRequest, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { addressesOfPage, feedsOfPage, subjectsUrl, subjectUrl } from '@/lib/addresses/urls';
import { engine } from '@/lib/db/search';
import { countWords } from '@/lib/views/search/count-words';
import { statedWordsOf } from '@/lib/subjects/subjects-of';

interface Props {
  params: Promise<{ subject: string }>;
}

const filterOf = (subject: string): SearchFilter => ({ q: '', subject, sort: 'newest', page: 1 });
const readSubject = async ({ params }: Props): Promise<string> => decodeSegment((await params).subject);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const subject = await readSubject(props);
  const address = (format: 'atom' | 'json') => searchFeedUrl(filterOf(subject), format);
  return {
    title: `主题：${subject}`,
    description: `各市关于${subject}的文件，新的在前。`,
    alternates: {
      ...addressesOfPage(subjectUrl(subject)),
      types: feedsOfPage({ title: `${subject}（更新）`, address }),
    },
  };
}

/** A subject: its newest documents, by municipality, and its feed. */
export default async function SubjectPage(props: Props) {
  const subject = await readSubject(props);
  if (statedWordsOf(subject) === null) return <MissingSubject subject={subject} />;
  const filter = filterOf(subject);
  const answer = await engine.search(searchRequest(filter));
  const { documents, facets, pages } = answer;
  const crumbs = [{ label: '主题', href: subjectsUrl() }, { label: subject }];
  return (
    <Page crumbs={crumbs} sample={documents.some(({ document }) => document.municipality.sample)}>
      <header className="head">
        <h1>{subject}</h1>
        <p className="facts-line">
          <span>{countWords(answer, '')}</span>
        </p>
      </header>
      {answer.timedOut && <Unavailable />}
      <div className="cols">
        <div className="found">
          <ol>
            {documents.map((hit) => (
              <DocumentHit
                key={`${hit.document.municipality.slug}/${hit.document.slug}`}
                hit={hit}
                words={{ q: '' }}
                unit="处"
              />
            ))}
          </ol>
          {pages > 1 && (
            <p className="next-step">
              <a href={searchUrl(filter)}>全部文件，可以再按年份、机关筛选</a>
            </p>
          )}
        </div>
        <div>
          <section className="sec">
            <h2>按城市</h2>
            <ul className="counts">
              {facets.municipality.map(({ value, label, documents: count }) => (
                <li key={value}>
                  <a href={searchUrl({ ...filter, municipality: value })}>{label}</a>
                  <span className="figures">
                    {count}
                    {answer.total.capped && '+'} 件
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <FollowThis feeds={[{ label: `${subject}的文件`, href: searchFeedUrl(filter) }]} />
        </div>
      </div>
    </Page>
  );
}
