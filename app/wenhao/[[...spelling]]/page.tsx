import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AbsentNumber } from '@/components/number/AbsentNumber';
import { NumberChoice } from '@/components/number/NumberChoice';
import { UnreadableNumber } from '@/components/number/UnreadableNumber';
import { Page } from '@/components/site/Page';
import { getDocNumberPage } from '@/lib/db/queries/citations';
import { searchUrl } from '@/lib/search-params';
import { decodeSegment } from '@/lib/route-params';
import { docNumberUrl, documentUrl } from '@/lib/urls';

interface Props {
  params: Promise<{ spelling?: string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const spelling = readSpelling((await params).spelling);
  const found = await getDocNumberPage(spelling);
  if (found.kind === 'unreadable') return { title: '认不出这个文号' };
  const name = found.canonical ?? spelling;
  return {
    title: name,
    description:
      found.kind === 'absent'
        ? `${name}，本站还没有收录原文；已收录的文件提到它 ${found.total} 处。`
        : `文号是${name}的文件。`,
    alternates: { canonical: docNumberUrl(name) },
  };
}

/**
 * The page of a number, in whatever spelling. It leads to the document where one bears it: by 307, not 308, because a
 * second document with the same number would make this a page of choices, and browsers never forget a 308.
 */
export default async function DocNumberPage({ params }: Props) {
  const spelling = readSpelling((await params).spelling);
  if (spelling === '') redirect(searchUrl({}));
  const found = await getDocNumberPage(spelling);
  if (found.kind === 'document') redirect(documentUrl(found.document.municipality.slug, found.document.slug));
  if (found.kind === 'unreadable') return <UnreadableNumber spelling={spelling} />;
  return (
    <Page
      crumbs={[{ label: '文号', href: searchUrl({}) }, { label: found.canonical ?? spelling }]}
      sample={showsSample(found)}
    >
      {found.kind === 'several' ? (
        <NumberChoice found={found} spelling={spelling} />
      ) : (
        <AbsentNumber found={found} spelling={spelling} />
      )}
    </Page>
  );
}

const readSpelling = (segments: string[] = []): string => segments.map(decodeSegment).join('/').slice(0, 100);

function showsSample(found: Awaited<ReturnType<typeof getDocNumberPage>>): boolean {
  if (found.kind === 'several') return found.documents.some(({ municipality }) => municipality.sample);
  if (found.kind !== 'absent') return false;
  const shown = [...found.mentions.map(({ document }) => document), ...found.near];
  return shown.some(({ municipality }) => municipality.sample);
}
