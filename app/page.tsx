import type { Metadata } from 'next';
import { listEntries } from '@/components/issue/IssueContents';
import { NewestIssue } from '@/components/issue/NewestIssue';
import { MunicipalityCard } from '@/components/issue/MunicipalityCard';
import { Examples } from '@/components/search/Examples';
import { FollowLinks } from '@/components/site/FollowLinks';
import { Page } from '@/components/site/Page';
import { SubjectLinks } from '@/components/subject/SubjectLinks';
import { SearchBox } from '@/components/site/SearchBox';
import { listNewestIssues } from '@/lib/db/queries/issues/issues';
import { listMunicipalities } from '@/lib/db/queries/municipalities/overview';
import { listSubjects } from '@/lib/db/queries/subjects/subjects';
import { listValidities } from '@/lib/db/queries/validity/validities';
import {
  addressesOfPage,
  documentsFeedUrl,
  feedsOfPage,
  homeUrl,
  issuesFeedUrl,
  municipalitiesUrl,
  subjectUrl,
} from '@/lib/addresses/urls';
import { wantedUrl } from '@/lib/addresses/wanted-params';

/** How many entries each of the newest issues shows. */
const ENTRIES = [12, 6, 6];
/** How many municipalities stand beside them. */
const PLACES = 8;

export const metadata: Metadata = {
  alternates: {
    ...addressesOfPage(homeUrl()),
    types: feedsOfPage(
      { title: '最新收录', address: (format) => documentsFeedUrl(undefined, format) },
      { title: '各期公报', address: (format) => issuesFeedUrl(undefined, format) },
    ),
  },
};

/**
 * Home: what this is, the search box, the newest issues, the municipalities that published last.
 */
export default async function HomePage() {
  const [issues, { places, total }, subjects] = await Promise.all([
    listNewestIssues(ENTRIES.length),
    listMunicipalities('newest', PLACES),
    listSubjects(),
  ]);
  const validities = await listValidities(issues.flatMap((issue) => listEntries(issue.tocGroups)).map(({ id }) => id));
  const shown = issues.some((issue) => issue.municipality.sample) || places.some(({ sample }) => sample);
  return (
    <Page withoutSearch sample={shown}>
      <section className="hero">
        <h1>
          查政府公报里的
          <wbr />
          每一份文件、每一节
        </h1>
        <p className="lede">
          这里把各市政府公报的原文整理成可以查、可以引用的网页：每一期、每一份文件、每一节都有自己的地址，点文号就到被引用的文件。
        </p>
        <SearchBox big />
        <Examples documents={issues.flatMap((issue) => issue.tocGroups).flatMap((group) => group.entries)} />
      </section>
      <div className="cols">
        <div>
          {issues.map((issue, index) => (
            <NewestIssue
              key={issue.title}
              issue={issue}
              lead={index === 0 ? '最新一期' : '此前'}
              validities={validities}
              limit={ENTRIES[index]!}
            />
          ))}
          {issues.length === 0 && <p className="quiet">还没有收录公报。</p>}
        </div>
        <div>
          <section className="sec">
            <header>
              <h2>各市</h2>
              {total > places.length && <a href={municipalitiesUrl()}>全部 {total} 个市</a>}
            </header>
            {places.map((place) => (
              <MunicipalityCard key={place.slug} place={place} />
            ))}
            <p className="next-step">
              <a href={wantedUrl({})}>待补文件</a>：已收录的文件提到、还没有原文的文号
            </p>
          </section>
          <SubjectLinks subjects={subjects} href={subjectUrl} />
          <FollowLinks />
        </div>
      </div>
    </Page>
  );
}
