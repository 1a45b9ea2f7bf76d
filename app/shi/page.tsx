import type { Metadata } from 'next';
import { MunicipalityCard } from '@/components/issue/MunicipalityCard';
import { Page } from '@/components/site/Page';
import { Pager } from '@/components/shared/Pager';
import { listMunicipalities, MUNICIPALITIES_PER_PAGE } from '@/lib/db/queries/municipalities/overview';
import { readPage } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, municipalitiesUrl } from '@/lib/addresses/urls';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { total, page } = await load({ searchParams });
  return {
    title: '各市公报',
    description: `已收录 ${total} 个市的政府公报和文件，按拼音排列。`,
    alternates: addressesOfPage(municipalitiesUrl(page)),
  };
}

/** All municipalities in the order of their pinyin, a page of them. */
export default async function PlacesPage({ searchParams }: Props) {
  const { places, total, page, pages } = await load({ searchParams });
  return (
    <Page crumbs={[{ label: '各市' }]} sample={places.some(({ sample }) => sample)}>
      <header className="head">
        <h1>各市公报</h1>
        <p className="facts-line">
          <span>已收录 {total} 个市</span>
          <span>按拼音排列</span>
        </p>
      </header>
      <div className="places-grid">
        {places.map((place) => (
          <MunicipalityCard key={place.slug} place={place} heading="h2" />
        ))}
      </div>
      <Pager page={page} pages={pages} href={municipalitiesUrl} />
    </Page>
  );
}

const load = async ({ searchParams }: Props) =>
  listMunicipalities('name', MUNICIPALITIES_PER_PAGE, readPage((await searchParams).page));
