import type { Metadata } from 'next';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { nameDocument } from '@/lib/views/document/document-titles';
import { MissingDocument } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { CitationGraph } from '@/components/graph/CitationGraph';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { EndedDocument } from '@/components/versions/Ended';
import { getEnded, titleOfEnded } from '@/lib/db/queries/ledger/ended';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { getNeighbourhood } from '@/lib/db/queries/citations/neighbourhood';
import { typesetText } from '@/lib/text/typography';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment, readPage } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, citationGraphUrl } from '@/lib/addresses/urls';

interface Props {
  params: Promise<{ municipality: string; document: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document, slugs } = await load(params);
  if (!document) return { title: (await titleOfEnded(slugs)) ?? MISSING_TITLES.document };
  return {
    title: `${nameDocument(document)}的引用关系`,
    description: `${typesetText(document.title)}：它引用、贯彻、修改、废止哪些文件，哪些文件引用它，按年份排列。`,
    alternates: addressesOfPage(citationGraphUrl(document.municipality.slug, document.slug)),
  };
}

/** Whom a document rests on and who rests on it: a picture, and the same as lists. */
export default async function DocumentWebPage({ params, searchParams }: Props) {
  const { document, slugs } = await load(params);
  if (!document) {
    const ended = await getEnded(slugs);
    if (ended) return <EndedDocument {...ended} />;
    return (
      <MissingDocument
        municipality={await findMunicipality(slugs.municipality)}
        city={slugs.municipality}
        slug={slugs.document}
      />
    );
  }
  const asked = await searchParams;
  const pages = { above: readPage(asked.above), below: readPage(asked.below) };
  const neighbourhood = await getNeighbourhood(document, pages);
  return (
    <Page
      crumbs={documentCrumbs(document, '引用关系')}
      inside={document.municipality.slug}
      sample={document.municipality.sample}
    >
      <CitationGraph document={document} neighbourhood={neighbourhood} />
    </Page>
  );
}

async function load(params: Props['params']) {
  const { municipality, document } = await params;
  const slugs = { municipality: decodeSegment(municipality), document: decodeSegment(document) };
  return { slugs, document: await getDocument(slugs.municipality, slugs.document) };
}
