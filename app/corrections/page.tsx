import type { Metadata } from 'next';
import { Errata } from '@/components/citing/Errata';
import { PrintSource } from '@/components/shared/PrintSource';
import { Page } from '@/components/site/Page';
import { readPage } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, errataFeedUrl, errataUrl, feedsOfPage } from '@/lib/addresses/urls';
import { listErrata } from '@/lib/db/queries/citations/ties';
import { siteSettings } from '@/lib/settings/env';

interface Props {
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: '公报刊登的更正',
    description: '政府公报对自己刊登过的文字所作的更正，每一件都列出它更正的文件和原句。',
    alternates: {
      ...addressesOfPage(errataUrl(undefined, readPage((await searchParams).page))),
      types: feedsOfPage({ title: '公报刊登的更正', address: (format) => errataFeedUrl(undefined, format) }),
    },
  };
}

/** What gazettes correct themselves. */
export default async function ErrataPage({ searchParams }: Props) {
  const errata = await listErrata(null, readPage((await searchParams).page));
  return (
    <Page crumbs={[{ label: '更正' }]} sample={errata.rows.some(({ document }) => document.municipality.sample)}>
      <Errata name="" errata={errata} href={(page) => errataUrl(undefined, page)} feed={errataFeedUrl()} />
      <PrintSource url={siteSettings().siteUrl + errataUrl(undefined, errata.page)} />
    </Page>
  );
}
