import type { Metadata } from 'next';
import { Page } from '@/components/site/Page';
import { NoMunicipality } from '@/components/versions/Ended';
import { Timeline } from '@/components/timeline/Timeline';
import { listLapses } from '@/lib/db/queries/municipalities/lapses';
import { getTimelineYears, listTimeline } from '@/lib/db/queries/municipalities/timeline';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { findFormerMunicipality } from '@/lib/db/queries/ledger/documents';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';
import { decodeSegment, readNumberParam } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, municipalityUrl, timelineUrl } from '@/lib/addresses/urls';

interface Props {
  params: Promise<{ municipality: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { municipality, year } = await load(props);
  if (!municipality)
    return { title: (await loadFormer(props.params)) ? ENDED_TITLES.municipality : MISSING_TITLES.municipality };
  const { name, slug } = municipality;
  return {
    title: `${name}${year}年文件时间线`,
    description: `${name}${year}年的政府文件，按月排列，连同它们废止、修改的文件。`,
    alternates: addressesOfPage(timelineUrl(slug, year)),
  };
}

/**
 * A year of a municipality: its documents by month, with what they repeal or amend, and what lapses
 * otherwise.
 */
export default async function TimelinePage(props: Props) {
  const { municipality, year } = await load(props);
  if (!municipality)
    return (
      <NoMunicipality slug={decodeSegment((await props.params).municipality)} former={await loadFormer(props.params)} />
    );
  const { id, name, slug, sample } = municipality;
  const [documents, lapses] = await Promise.all([listTimeline(id, year), listLapses(municipality, year)]);
  return (
    <Page crumbs={[{ label: name, href: municipalityUrl(slug) }, { label: '时间线' }]} inside={slug} sample={sample}>
      <Timeline municipality={municipality} year={year} documents={documents} lapses={lapses} />
    </Page>
  );
}

/** A year that has no documents, or is none, is the newest that has some. */
async function load({ params, searchParams }: Props) {
  const municipality = await getTimelineYears(decodeSegment((await params).municipality));
  const { year: asked } = await searchParams;
  const wanted = readNumberParam(typeof asked === 'string' ? asked : '');
  const years = municipality?.years ?? [];
  const year = years.find((each) => each.year === wanted) ?? years.find(({ count }) => count > 0);
  return { municipality, year: year?.year ?? new Date().getUTCFullYear() };
}

const loadFormer = async (params: Props['params']) =>
  findFormerMunicipality(decodeSegment((await params).municipality));
