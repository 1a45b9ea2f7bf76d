import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PrintSource } from '@/components/shared/PrintSource';
import { WantedFilters } from '@/components/number/WantedFilters';
import { WantedList } from '@/components/number/WantedList';
import { Page } from '@/components/site/Page';
import { listWanted } from '@/lib/db/queries/numbers/wanted';
import { siteSettings } from '@/lib/settings/env';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, docNumberUrl } from '@/lib/addresses/urls';
import { parseTypedNumber, parseWantedParams, wantedUrl } from '@/lib/addresses/wanted-params';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const filter = parseWantedParams(await searchParams);
  const limits = [filter.agency, filter.year && `${filter.year}年`].filter(Boolean).join('，');
  return {
    title: limits ? `待补文件：${limits}` : '待补文件',
    description: '已收录的文件提到、本站还没有收录原文的文号，按提到它的文件多少排列。',
    alternates: addressesOfPage(wantedUrl(filter)),
  };
}

/** 待补文件, and the way to the page of any number: what is typed into its box leads there. */
export default async function WantedPage({ searchParams }: Props) {
  const asked = await searchParams;
  const typed = parseTypedNumber(asked);
  if (typed !== '') redirect(docNumberUrl(typed));
  const filter = parseWantedParams(asked);
  const wanted = await listWanted(filter);
  return (
    <Page crumbs={[{ label: '待补文件' }]} sample={wanted.sample}>
      <div className="results">
        <WantedFilters wanted={wanted} filter={filter} />
        <WantedList wanted={wanted} filter={filter} />
      </div>
      <PrintSource url={siteSettings().siteUrl + wantedUrl(filter)} />
    </Page>
  );
}
