import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AloudButton } from '@/components/document/AloudButton';
import { CitedBy } from '@/components/citing/CitedBy';
import { CiteBox } from '@/components/citing/CiteBox';
import { Contents } from '@/components/document/Contents';
import { Convention } from '@/components/document/Convention';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { Downloads } from '@/components/shared/Downloads';
import { DocumentHead } from '@/components/document/DocumentHead';
import { AdjacentDocuments } from '@/components/document/AdjacentDocuments';
import { DocumentText } from '@/components/document/DocumentText';
import { describeDocument, describeMarked } from '@/lib/views/document/describe';
import { FindInside } from '@/components/document/FindInside';
import { HitsInside } from '@/components/document/HitsInside';
import { ShareBox } from '@/components/document/ShareBox';
import { ReadingBar } from '@/components/document/ReadingBar';
import { ReadingTools } from '@/components/browser/reading/ReadingTools';
import { nameSource } from '@/lib/views/document/document-titles';
import { MissingDocument } from '@/components/site/missing-pages';
import { LinkedData } from '@/components/site/LinkedData';
import { CitationPeek } from '@/components/browser/peek/CitationPeek';
import { listPrintedNotes, viewCitations } from '@/lib/views/document/citation-views';
import { PrintedNotes } from '@/components/document/PrintedNotes';
import { PrintSource } from '@/components/shared/PrintSource';
import { Page } from '@/components/site/Page';
import { citationOf } from '@/lib/text/standard-citation';
import { parseCitingParams } from '@/lib/addresses/citing-params';
import { countSectionCitings, listCitingSections } from '@/lib/db/queries/documents/citations';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { listShownValidities } from '@/lib/db/queries/validity/shown-validities';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { siteSettings } from '@/lib/settings/env';
import { breadcrumbNode, documentNode, linkedData, printLinkedData } from '@/lib/export/data/linked-data';
import { typesetText } from '@/lib/text/typography';
import { FILES } from '@/lib/export/files/formats';
import { outlineDocument } from '@/lib/gazette';
import { decodeSegment } from '@/lib/addresses/route-params';
import { parseSearchParams, type RawSearchParams } from '@/lib/addresses/search-params';
import { markDocument } from '@/lib/search/marks/marks';
import { parseQuery } from '@/lib/search/query';
import { documentUrl, citationGraphUrl } from '@/lib/addresses/urls';
import { unknownValidity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { findRawNumber } from './raw-number';

interface Props {
  params: Promise<{ municipality: string; document: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { municipality, document } = await params;
  const held = await getDocument(decodeSegment(municipality), decodeSegment(document));
  return held
    ? describeMarked(describeDocument(held, siteSettings().siteUrl), parseSearchParams(await searchParams).q)
    : { title: '未找到该文件' };
}

/**
 * A whole document, with what was searched for in it. A raw 文号 in the place of its address is sent
 * on.
 */
export default async function DocumentPage({ params, searchParams }: Props) {
  const slugs = await params;
  const [municipality, slug] = [decodeSegment(slugs.municipality), decodeSegment(slugs.document)];
  const document = await getDocument(municipality, slug);
  if (!document) {
    const address = await findRawNumber(municipality, slug);
    if (address) redirect(address);
    return <MissingDocument municipality={await findMunicipality(municipality)} slug={slug} />;
  }
  const asked = await searchParams;
  const { q } = parseSearchParams(asked);
  const found = q === '' ? null : markDocument(document.tree, parseQuery(q));
  const [targets, citing, citedSections] = await Promise.all([
    listCitationTargets(document.id),
    listCitingSections(document.id, parseCitingParams(asked, 'cited')),
    countSectionCitings(document.id),
  ]);
  const validities = await listShownValidities({ document, targets, citing });
  const citations = viewCitations(document.tree, targets, validities);
  const href = documentUrl(municipality, slug);
  const crumbs = documentCrumbs(document);
  const { siteUrl } = siteSettings();
  const nodes = [
    documentNode(document, validities.held.get(document.id), siteUrl),
    breadcrumbNode(crumbs, href, siteUrl),
  ];
  return (
    <Page crumbs={crumbs} sample={document.municipality.sample}>
      <LinkedData json={printLinkedData(linkedData(...nodes))} />
      <ReadingBar document={document} marked={(found?.addresses.size ?? 0) > 0} />
      <article className="sheet">
        <DocumentHead document={document} validities={validities.held} titleMarks={found?.titleMarks}>
          <CiteBox label="引用本文" citation={citationOf(document)} url={siteUrl + href} />
          <ShareBox label="转发本文" title={typesetText(document.title)} url={siteUrl + href} />
          <AloudButton />
        </DocumentHead>
        <div className="beside">
          <FindInside href={href} q={q} />
          <Contents tree={document.tree} outline={outlineDocument(document.tree)} />
        </div>
        <div>
          {found && <HitsInside found={found} document={document} q={q} />}
          <DocumentText
            tree={document.tree}
            citations={citations}
            citedSections={citedSections}
            href={href}
            marks={found?.marks}
          />
          <Convention />
          <Downloads page={href} stem="document" formats={FILES.document} />
          <PrintedNotes notes={listPrintedNotes(citations)} siteUrl={siteUrl} />
          <PrintSource
            url={siteUrl + href}
            source={nameSource(document)}
            citation={citationOf(document)}
            validity={VALIDITY_WORDS[(validities.held.get(document.id) ?? unknownValidity).state]}
          />
          <CitedBy citing={citing} validities={validities.held} href={href} />
          <p className="screen-only mt-4">
            <a className="inline-flex min-h-11 items-center" href={citationGraphUrl(municipality, slug)}>
              引用关系图
            </a>
          </p>
          <AdjacentDocuments document={document} validities={validities.held} />
        </div>
      </article>
      <ReadingTools />
      <CitationPeek />
    </Page>
  );
}
