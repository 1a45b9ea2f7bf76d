import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PrintSource } from '@/components/shared/PrintSource';
import { Answers } from '@/components/search/Answers';
import { Filters } from '@/components/search/Filters';
import { isEmpty, Results } from '@/components/search/Results';
import { Referred } from '@/components/search/Referred';
import { SearchForm } from '@/components/search/SearchForm';
import { SearchHelp } from '@/components/search/SearchHelp';
import { SearchStart } from '@/components/search/SearchStart';
import { Understood } from '@/components/search/Understood';
import { Page } from '@/components/site/Page';
import { Unavailable } from '@/components/site/Unavailable';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { siteSettings } from '@/lib/settings/env';
import { listNamedMunicipalities } from '@/lib/db/queries/references/context';
import { findAnswers } from '@/lib/db/queries/references/find-answers';
import { answerBox } from '@/lib/db/queries/references/answer-box';
import { findClauseStatesOfHits } from '@/lib/db/queries/validity/clause-states';
import { log } from '@/lib/logging/log';
import type { SearchAnswer } from '@/lib/search/engine';
import { isSearchUnavailable } from '@/lib/search/errors';
import {
  isAsked,
  isLimited,
  parseBoxPlace,
  parseSearchParams,
  searchFeedUrl,
  searchUrl,
  type RawSearchParams,
  type SearchFilter,
} from '@/lib/addresses/search-params';
import { addressesOfPage, feedsOfPage } from '@/lib/addresses/urls';
import { listDocuments, type ResolvedReference } from '@/lib/references/resolved';
import { noteUnfound } from '@/lib/unfound/unfound-words';
import { findRecovery } from './recovery';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

const crumbs = [{ label: '检索' }];
const WITHOUT_WORDS = '按文字检索暂时用不了；按文号检索、打开文件和翻阅目录照常。';

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
 * Search: a reference first, then documents with their sections. What means one document or section
 * leads straight there.
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
  const inside = parseBoxPlace(await searchParams);
  const [found, answers] = await Promise.all([search(filter, inside), findAnswers(filter)]);
  if ('away' in found) {
    return (
      <Page crumbs={crumbs} query={filter.q} inside={inside}>
        <Unavailable isAway {...(found.away === 'index' && { reason: WITHOUT_WORDS })} />
      </Page>
    );
  }
  if ('leads' in found) redirect(found.leads);
  const { filter: taken, understood, references, apart } = found;
  const answer = await nameMunicipality(taken, found.answer);
  const place = answer.facets.municipality.find(({ value }) => value === taken.municipality)?.label;
  const isWithoutHits = isEmpty(answer) && references.length === 0;
  // What people ask of the whole portal: no program, no filter, no words that stand for themselves.
  if (isWithoutHits && !isLimited(filter) && filter.exact === undefined) noteUnfound(filter.q);
  return (
    <Page crumbs={crumbs} query={filter.q} inside={inside} sample={showsSample(answer, references)}>
      <div className="search-aids">
        <SearchHelp />
        <SearchForm filter={taken} municipalities={await listNamedMunicipalities()} />
      </div>
      <div className="results">
        <Filters filter={taken} answer={answer} />
        <Results
          answer={answer}
          filter={taken}
          states={await findClauseStatesOfHits(answer.documents.map(({ document }) => document))}
          above={
            <>
              <Referred references={references} />
              {references.length === 0 && <Answers answers={answers} />}
              {understood && <Understood typed={filter} taken={taken} place={place} understanding={understood} />}
            </>
          }
          apart={apart}
          withoutHelp={references.length > 0}
          {...(isWithoutHits && (await findRecovery(taken)))}
        />
      </div>
      <PrintSource url={siteSettings().siteUrl + searchUrl(taken)} />
    </Page>
  );
}

/**
 * Finds what the text of the box means, and searches for it; says what is away where the database
 * goes away after proxy.ts has asked it, or the index of words is.
 */
async function search(filter: SearchFilter, inside: string | undefined) {
  try {
    return await answerBox(filter, inside);
  } catch (error) {
    if (!isSearchUnavailable(error)) throw error;
    // The search itself has logged that the index is away.
    if (error.away === 'database') log('search without database', {}, error);
    return { away: error.away };
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

const showsSample = ({ documents, number }: SearchAnswer, references: readonly ResolvedReference[]): boolean =>
  [
    ...documents.map(({ document }) => document),
    ...(number?.documents ?? []),
    ...(number?.near ?? []),
    ...references.flatMap(listDocuments),
  ].some(({ municipality }) => municipality.sample);
