import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PrintSource } from '@/components/shared/PrintSource';
import { Downloads } from '@/components/shared/Downloads';
import { DocumentRows } from '@/components/listing/DocumentRows';
import { CitedDocuments } from '@/components/issue/CitedDocuments';
import { issueCrumbs } from '@/lib/views/issue/issue-crumbs';
import { IssueContents, listEntries } from '@/components/issue/IssueContents';
import { IssueHead } from '@/components/issue/IssueHead';
import { AdjacentIssues } from '@/components/issue/AdjacentIssues';
import { SameYear } from '@/components/issue/SameYear';
import { LinkedData } from '@/components/site/LinkedData';
import { columnMeta } from '@/lib/views/document/government-meta';
import { MissingIssue } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { EndedIssue } from '@/components/versions/Ended';
import { findFormerIssue } from '@/lib/db/queries/ledger/documents';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';
import { getIssue } from '@/lib/db/queries/issues/issues';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { siteSettings } from '@/lib/settings/env';
import { breadcrumbNode, issueNode, linkedData, printLinkedData } from '@/lib/export/data/linked-data';
import { FILES } from '@/lib/export/files/formats';
import { formatIssue, formatTotal } from '@/lib/text/format';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { issueSegment, readIssueSegment } from '@/lib/addresses/issue-segment';
import { decodeSegment, readNumberParam } from '@/lib/addresses/route-params';
import { addressesOfPage, feedsOfPage, issuesFeedUrl, issueUrl } from '@/lib/addresses/urls';

interface Props {
  params: Promise<{ municipality: string; year: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const issue = await load({ params });
  if (!issue) return { title: (await loadFormer({ params })) ? ENDED_TITLES.issue : MISSING_TITLES.issue };
  const { municipality, documentCount, totalNumber } = issue;
  const name = `${municipality.name}人民政府公报${formatIssue(issue)}`;
  const description = `${name}${totalNumber === null ? '' : `（${formatTotal(totalNumber)}）`}目录，${documentCount} 件文件。`;
  return {
    title: name,
    description,
    alternates: {
      ...addressesOfPage(issueUrl(municipality.slug, issue)),
      types: feedsOfPage({
        title: `${municipality.name}政府公报各期`,
        address: (format) => issuesFeedUrl(municipality.slug, format),
      }),
    },
    other: columnMeta({ name, description, keywords: [municipality.name, '政府公报', formatIssue(issue)] }),
  };
}

/** An issue: masthead, contents, what it cites, the issues around it. */
export default async function IssuePage({ params }: Props) {
  const issue = await load({ params });
  if (!issue) {
    const { municipality, year, number } = await params;
    const held = await findMunicipality(decodeSegment(municipality));
    const former = await loadFormer({ params });
    if (former) return <EndedIssue issue={former} municipality={held} />;
    return (
      <MissingIssue
        municipality={held}
        city={decodeSegment(municipality)}
        year={decodeSegment(year)}
        number={decodeSegment(number)}
      />
    );
  }
  const { municipality, documentsOutsideToc, cited, tocGroups } = issue;
  // 第8号 of 第7-8号 is the same issue, and so is 7-8.
  if (decodeSegment((await params).number) !== issueSegment(issue)) redirect(issueUrl(municipality.slug, issue));
  const listed = [...listEntries(tocGroups), ...documentsOutsideToc, ...cited.flatMap(({ target }) => target ?? [])];
  const validities = await listValidities(listed.map(({ id }) => id));
  const crumbs = issueCrumbs(issue);
  const { siteUrl } = siteSettings();
  const address = issueUrl(municipality.slug, issue);
  const nodes = [issueNode(issue, siteUrl), breadcrumbNode(crumbs, address, siteUrl)];
  return (
    <Page crumbs={crumbs} inside={municipality.slug} sample={municipality.sample}>
      <LinkedData json={printLinkedData(linkedData(...nodes))} />
      <IssueHead issue={issue} />
      <h2 className="sr-only">目录</h2>
      <IssueContents groups={tocGroups} municipality={municipality.slug} validities={validities} columns />
      {documentsOutsideToc.length > 0 && (
        <section className="sec mt-8">
          <h2>目录之外的文件</h2>
          <DocumentRows documents={documentsOutsideToc} validities={validities} />
        </section>
      )}
      <Downloads page={address} stem="issue" formats={FILES.issue} />
      <AdjacentIssues issue={issue} />
      <div className="cols mt-14">
        {cited.length > 0 ? (
          <CitedDocuments cited={cited} validities={validities} />
        ) : (
          <p className="quiet">本期没有引用别的文号。</p>
        )}
        <SameYear issue={issue} />
      </div>
      <PrintSource url={siteUrl + address} />
    </Page>
  );
}

async function load({ params }: Props) {
  const { municipality, ...place } = await params;
  const [year, key] = [readNumberParam(place.year), readIssueSegment(decodeSegment(place.number))];
  return year && key ? getIssue(decodeSegment(municipality), year, key) : null;
}

async function loadFormer({ params }: Props) {
  const { municipality, ...place } = await params;
  const [year, key] = [readNumberParam(place.year), readIssueSegment(decodeSegment(place.number))];
  return year && key ? findFormerIssue(decodeSegment(municipality), year, key) : null;
}
