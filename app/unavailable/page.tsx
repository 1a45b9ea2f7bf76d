import type { Metadata } from 'next';
import { Page } from '@/components/site/Page';
import { Unavailable } from '@/components/site/Unavailable';

export const metadata: Metadata = { title: '暂时不能查阅', robots: { index: false } };

interface Props {
  searchParams: Promise<{ because?: string | string[] }>;
}

/**
 * Says that a page cannot be shown now. proxy.ts sends it with status 503 when the database does
 * not answer, and (`?because=outdated`) for a document that is stored for another version.
 */
export default async function UnavailablePage({ searchParams }: Props) {
  const isOutdated = (await searchParams).because === 'outdated';
  return (
    <Page withoutSearch>
      <Unavailable {...(isOutdated && { reason: '本站正在更新资料，这份文件还没有更新好。' })} />
    </Page>
  );
}
