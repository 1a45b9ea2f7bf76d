import type { Metadata } from 'next';
import { IssueYears } from '@/components/issue/IssueYears';
import { PrintSource } from '@/components/shared/PrintSource';
import { DocumentKinds } from '@/components/listing/DocumentKinds';
import { NewestDocuments } from '@/components/listing/NewestDocuments';
import { WantedOfMunicipality } from '@/components/number/WantedOfMunicipality';
import { StandaloneDocuments } from '@/components/listing/StandaloneDocuments';
import { columnMeta } from '@/lib/views/document/government-meta';
import { LinkedData } from '@/components/site/LinkedData';
import { FollowLinks } from '@/components/site/FollowLinks';
import { SubjectLinks } from '@/components/subject/SubjectLinks';
import { Page } from '@/components/site/Page';
import { NoMunicipality } from '@/components/versions/Ended';
import { getMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { listSubjects } from '@/lib/db/queries/subjects/subjects';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { siteSettings } from '@/lib/settings/env';
import { breadcrumbNode, linkedData, printLinkedData } from '@/lib/export/data/linked-data';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { findFormerMunicipality } from '@/lib/db/queries/ledger/documents';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';
import { decodeSegment, readNumberParam, readPage } from '@/lib/addresses/route-params';
import { registerUrl } from '@/lib/addresses/register-params';
import { searchUrl, type RawSearchParams } from '@/lib/addresses/search-params';
import {
  addressesOfPage,
  documentsFeedUrl,
  errataUrl,
  feedsOfPage,
  issuesFeedUrl,
  municipalityUrl,
  timelineUrl,
} from '@/lib/addresses/urls';

interface Props {
  params: Promise<{ municipality: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const municipality = await load({ params, searchParams });
  if (!municipality)
    return { title: (await loadFormer(params)) ? ENDED_TITLES.municipality : MISSING_TITLES.municipality };
  const { name, slug, issueCount, documentCount } = municipality;
  const title = `${name}人民政府公报`;
  const description = `已收录${title} ${issueCount} 期、${documentCount} 件文件，按年、期号查阅。`;
  const feeds = feedsOfPage(
    { title: `${name}最新收录`, address: (format) => documentsFeedUrl(slug, format) },
    { title: `${name}政府公报各期`, address: (format) => issuesFeedUrl(slug, format) },
  );
  return {
    title,
    description,
    alternates: { ...addressesOfPage(municipalityUrl(slug)), types: feeds },
    other: columnMeta({ name: title, description, keywords: [name, '政府公报', '政策文件'] }),
  };
}

/** A municipality: its issues by year, its newest documents, and those that stand in no issue. */
export default async function MunicipalityPage({ params, searchParams }: Props) {
  const municipality = await load({ params, searchParams });
  if (!municipality)
    return <NoMunicipality slug={decodeSegment((await params).municipality)} former={await loadFormer(params)} />;
  const { name, slug, sample, issueCount, documentCount, years, newest, standalone } = municipality;
  const [validities, subjects] = await Promise.all([
    listValidities([...newest, ...standalone.documents].map(({ id }) => id)),
    listSubjects(slug),
  ]);
  const crumbs = [{ label: name }];
  const { siteUrl } = siteSettings();
  const way = breadcrumbNode(crumbs, municipalityUrl(municipality.slug), siteUrl);
  return (
    <Page crumbs={crumbs} inside={slug} sample={sample}>
      <LinkedData json={printLinkedData(linkedData(way))} />
      <header className="head">
        <h1>
          {name}
          <wbr />
          {issueCount > 0 ? '人民政府公报' : '政策文件'}
        </h1>
        <p className="facts-line">
          已收录 {issueCount > 0 && `${issueCount} 期、`}
          {documentCount} 件文件
          {documentCount > 0 && <a href={timelineUrl(slug)}>文件时间线</a>}
          {documentCount > 0 && <a href={registerUrl(slug)}>文件时效目录</a>}
          {documentCount > 0 && <a href={errataUrl(slug)}>公报刊登的更正</a>}
        </p>
      </header>
      <div className="cols">
        <div>
          {years.length > 0 && (
            <section className="sec">
              <header>
                <h2>各期</h2>
                <span className="quiet">虚线格是存在而本站尚未收录的期号</span>
              </header>
              <IssueYears municipality={municipality} />
            </section>
          )}
          {issueCount > 0 && <NewestDocuments municipality={municipality} validities={validities} />}
          <StandaloneDocuments municipality={municipality} validities={validities} />
        </div>
        <div>
          <SubjectLinks
            subjects={subjects}
            href={(subject) => searchUrl({ municipality: slug, subject, sort: 'newest' })}
          />
          <DocumentKinds municipality={municipality} />
          <WantedOfMunicipality wanted={municipality.wanted} />
          <FollowLinks municipality={municipality} />
        </div>
      </div>
      <PrintSource url={siteUrl + municipalityUrl(slug)} />
    </Page>
  );
}

async function load({ params, searchParams }: Props) {
  const { page, year } = await searchParams;
  const asked = readNumberParam(typeof year === 'string' ? year : '') ?? undefined;
  return getMunicipality(decodeSegment((await params).municipality), readPage(page), asked);
}

const loadFormer = async (params: Props['params']) =>
  findFormerMunicipality(decodeSegment((await params).municipality));
