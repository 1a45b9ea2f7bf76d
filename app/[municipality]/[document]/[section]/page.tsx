import type { Metadata } from 'next';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { describeSection, describeMarked } from '@/lib/views/document/describe';
import { viewSection } from '@/lib/views/document/section-view';
import { SectionAlone } from '@/components/document/SectionAlone';
import { MissingDocument, MissingSection } from '@/components/site/missing-pages';
import { LinkedData } from '@/components/site/LinkedData';
import { Page } from '@/components/site/Page';
import { EndedDocument, FormerSection } from '@/components/versions/Ended';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getSurroundings } from '@/lib/db/queries/documents/surroundings';
import { listFormerNotices } from '@/lib/db/queries/ledger/page-ledger';
import { resolvePlace } from '@/lib/db/queries/ledger/resolve-place';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';
import { getEnded, titleOfEnded } from '@/lib/db/queries/ledger/ended';
import { findAskedDay } from '@/lib/db/queries/validity/asked-day';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { searchInside } from '@/lib/db/queries/references/search-inside';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { siteSettings } from '@/lib/settings/env';
import { breadcrumbNode, linkedData, printLinkedData } from '@/lib/export/data/linked-data';
import { arrangementParameters, parseArrangement } from '@/lib/addresses/arrangement-params';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment } from '@/lib/addresses/route-params';
import { parseSearchParams, type RawSearchParams } from '@/lib/addresses/search-params';
import { sectionUrl } from '@/lib/addresses/urls';
import { readSharedKey } from '@/lib/addresses/version-params';
import { describeSectionDay, SectionDayPage } from './asked-day';

interface Props {
  params: Promise<{ municipality: string; document: string; section: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { document, section, slugs } = await load(params);
  if (!document) return { title: (await titleOfEnded(slugs)) ?? MISSING_TITLES.document };
  const day = await findAskedDay(slugs, (await searchParams).on);
  if (day) return describeSectionDay({ document, asked: day, address: slugs.section });
  if (!section) {
    const isFormer = (await resolvePlace(slugs)).kind === 'former';
    return { title: isFormer ? ENDED_TITLES.section : MISSING_TITLES.section };
  }
  const asked = await searchParams;
  const validity = (await listValidities([document.id])).get(document.id);
  const metadata = describeMarked(describeSection(document, section, validity), parseSearchParams(asked).q);
  return arrangementParameters(parseArrangement(asked)) === '' ? metadata : { ...metadata, robots: { index: false } };
}

/**
 * One section alone, as printed or in the text of a day: what stands above it, its text, its
 * neighbours, and the way to its place in the whole.
 */
export default async function SectionPage({ params, searchParams }: Props) {
  const { document, section, slugs } = await load(params);
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
  const day = await findAskedDay(slugs, asked.on);
  if (day) return <SectionDayPage document={document} asked={day} address={slugs.section} />;
  if (!section) {
    const notices = await listFormerNotices(document, slugs.section, asked);
    if (notices)
      return <FormerSection document={document} notices={notices} isOfLink={readSharedKey(asked.k) !== null} />;
    return <MissingSection document={document} address={slugs.section} />;
  }
  const [surroundings, inside] = await Promise.all([
    getSurroundings(document, asked, section.node.id),
    searchInside(document, parseSearchParams(asked)),
  ]);
  const crumbs = documentCrumbs(document, section.markers || section.heading);
  const address = sectionUrl(slugs.municipality, slugs.document, slugs.section);
  const { siteUrl } = siteSettings();
  return (
    <Page crumbs={crumbs} inside={document.municipality.slug} sample={document.municipality.sample}>
      <LinkedData json={printLinkedData(linkedData(breadcrumbNode(crumbs, address, siteUrl)))} />
      <article className={section.node.type === 'table' ? 'alone full' : 'alone'}>
        <SectionAlone
          document={document}
          section={section}
          surroundings={surroundings}
          inside={inside}
          arrangement={parseArrangement(asked)}
          siteUrl={siteUrl}
        />
      </article>
    </Page>
  );
}

async function load(params: Props['params']) {
  const { municipality, document, section } = await params;
  const slugs = {
    municipality: decodeSegment(municipality),
    document: decodeSegment(document),
    section: decodeSegment(section),
  };
  const held = await getDocument(slugs.municipality, slugs.document);
  return { slugs, document: held, section: held && viewSection(held.tree, slugs.section) };
}
