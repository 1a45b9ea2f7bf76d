import type { Metadata } from 'next';
import { Register } from '@/components/register/Register';
import { PrintSource } from '@/components/shared/PrintSource';
import { Page } from '@/components/site/Page';
import { NoMunicipality } from '@/components/versions/Ended';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { parseRegisterParams, registerUrl } from '@/lib/addresses/register-params';
import { decodeSegment } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, municipalityUrl } from '@/lib/addresses/urls';
import { findFormerMunicipality } from '@/lib/db/queries/ledger/documents';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { getRegister } from '@/lib/db/queries/validity/register';
import { siteSettings } from '@/lib/settings/env';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';

interface Props {
  params: Promise<{ municipality: string }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const municipality = await findMunicipality(decodeSegment((await params).municipality));
  if (!municipality)
    return { title: (await loadFormer(params)) ? ENDED_TITLES.municipality : MISSING_TITLES.municipality };
  const filter = parseRegisterParams(await searchParams);
  const { name, slug } = municipality;
  return {
    title: `${name}文件时效目录${filter.tab === 'all' ? '' : `：${REGISTER_WORDS[filter.tab]}`}`,
    description: `${name}规章和规范性文件是否有效、何时施行、何时到期，每一项都附原文依据。`,
    alternates: addressesOfPage(registerUrl(slug, filter)),
  };
}

/** The register of a municipality: which documents hold, until when, and which sentence says so. */
export default async function RegisterPage({ params, searchParams }: Props) {
  const slug = decodeSegment((await params).municipality);
  const municipality = await findMunicipality(slug);
  if (!municipality) return <NoMunicipality slug={slug} former={await loadFormer(params)} />;
  const filter = parseRegisterParams(await searchParams);
  const register = await getRegister(municipality.id, filter);
  const { name, sample } = municipality;
  return (
    <Page crumbs={[{ label: name, href: municipalityUrl(municipality.slug) }, { label: '时效目录' }]} sample={sample}>
      <Register municipality={municipality} register={register} filter={filter} />
      <PrintSource url={siteSettings().siteUrl + registerUrl(municipality.slug, filter)} />
    </Page>
  );
}

const loadFormer = async (params: Props['params']) =>
  findFormerMunicipality(decodeSegment((await params).municipality));
