import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WholeDocument } from '@/components/document/WholeDocument';
import { LinkedData } from '@/components/site/LinkedData';
import { MissingDocument } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment } from '@/lib/addresses/route-params';
import { parseSearchParams, type RawSearchParams } from '@/lib/addresses/search-params';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getSurroundings } from '@/lib/db/queries/documents/surroundings';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { searchInside } from '@/lib/db/queries/references/search-inside';
import { findAskedDay } from '@/lib/db/queries/validity/asked-day';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { printDocumentData } from '@/lib/export/data/linked-data';
import { siteSettings } from '@/lib/settings/env';
import { describeDocument, describeMarked } from '@/lib/views/document/describe';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { DayPage, describeDay } from './asked-day';
import { findAskedVersion, describeVersion, VersionPage } from './asked-version';
import { EndedDocument } from '@/components/versions/Ended';
import { getEnded, titleOfEnded } from '@/lib/db/queries/ledger/ended';
import { findRawNumber } from './raw-number';

interface Props {
  params: Promise<{ municipality: string; document: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { municipality, slug, document } = await load(params);
  const version = await findAskedVersion(municipality, slug, await searchParams);
  if (version) return describeVersion(version);
  if (!document) return { title: (await titleOfEnded({ municipality, document: slug })) ?? MISSING_TITLES.document };
  const day = await findAskedDay({ municipality, document: slug }, (await searchParams).on);
  if (day) return describeDay(document, day);
  const validity = (await listValidities([document.id])).get(document.id);
  const metadata = describeDocument(document, siteSettings().siteUrl, validity);
  return describeMarked(metadata, parseSearchParams(await searchParams).q);
}

/**
 * A whole document, a former version of it, or its text on a day.
 * A raw 文号 in the place of its address is sent on.
 */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { municipality, slug, document } = await load(params);
  const version = await findAskedVersion(municipality, slug, await searchParams);
  if (version) return <VersionPage asked={version} />;
  if (!document) {
    const address = await findRawNumber(municipality, slug);
    if (address) redirect(address);
    const ended = await getEnded({ municipality, document: slug });
    if (ended) return <EndedDocument {...ended} />;
    return <MissingDocument municipality={await findMunicipality(municipality)} city={municipality} slug={slug} />;
  }
  const asked = await searchParams;
  const day = await findAskedDay({ municipality, document: slug }, asked.on);
  if (day) return <DayPage document={document} asked={day} />;
  const [surroundings, inside] = await Promise.all([
    getSurroundings(document, asked),
    searchInside(document, parseSearchParams(asked)),
  ]);
  const { siteUrl } = siteSettings();
  const crumbs = documentCrumbs(document);
  return (
    <Page crumbs={crumbs} inside={document.municipality.slug} sample={document.municipality.sample}>
      <LinkedData json={printDocumentData(document, surroundings, crumbs, siteUrl)} />
      <WholeDocument document={document} surroundings={surroundings} inside={inside} siteUrl={siteUrl} />
    </Page>
  );
}

async function load(params: Props['params']) {
  const slugs = await params;
  const [municipality, slug] = [decodeSegment(slugs.municipality), decodeSegment(slugs.document)];
  return { municipality, slug, document: await getDocument(municipality, slug) };
}
