import type { Metadata } from 'next';
import { Errata } from '@/components/citing/Errata';
import { PrintSource } from '@/components/shared/PrintSource';
import { Page } from '@/components/site/Page';
import { NoMunicipality } from '@/components/versions/Ended';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment, readPage } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, errataFeedUrl, errataUrl, feedsOfPage, municipalityUrl } from '@/lib/addresses/urls';
import { listErrata } from '@/lib/db/queries/citations/ties';
import { findFormerMunicipality } from '@/lib/db/queries/ledger/documents';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { siteSettings } from '@/lib/settings/env';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';

interface Props {
  params: Promise<{ municipality: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const municipality = await findMunicipality(decodeSegment((await params).municipality));
  if (!municipality)
    return { title: (await loadFormer(params)) ? ENDED_TITLES.municipality : MISSING_TITLES.municipality };
  const { name, slug } = municipality;
  return {
    title: `${name}公报刊登的更正`,
    description: `${name}政府公报对自己刊登过的文字所作的更正，每一件都列出它更正的文件和原句。`,
    alternates: {
      ...addressesOfPage(errataUrl(slug, readPage((await searchParams).page))),
      types: feedsOfPage({ title: `${name}公报刊登的更正`, address: (format) => errataFeedUrl(slug, format) }),
    },
  };
}

/** What the gazette of a municipality corrects itself. */
export default async function MunicipalityErrataPage({ params, searchParams }: Props) {
  const slug = decodeSegment((await params).municipality);
  const municipality = await findMunicipality(slug);
  if (!municipality) return <NoMunicipality slug={slug} former={await loadFormer(params)} />;
  const { id, name, sample } = municipality;
  const errata = await listErrata(id, readPage((await searchParams).page));
  return (
    <Page
      crumbs={[{ label: name, href: municipalityUrl(municipality.slug) }, { label: '更正' }]}
      inside={slug}
      sample={sample}
    >
      <Errata
        name={name}
        errata={errata}
        href={(page) => errataUrl(municipality.slug, page)}
        feed={errataFeedUrl(municipality.slug)}
      />
      <PrintSource url={siteSettings().siteUrl + errataUrl(municipality.slug, errata.page)} />
    </Page>
  );
}

const loadFormer = async (params: Props['params']) =>
  findFormerMunicipality(decodeSegment((await params).municipality));
