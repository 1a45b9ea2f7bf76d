import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PrintSource } from '@/components/shared/PrintSource';
import { AbsentNumber } from '@/components/number/AbsentNumber';
import { NumberChoice } from '@/components/number/NumberChoice';
import { UnreadableNumber } from '@/components/number/UnreadableNumber';
import { Page } from '@/components/site/Page';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { citingParameters, parseCitingParams } from '@/lib/addresses/citing-params';
import { describeAbsent, getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { siteSettings } from '@/lib/settings/env';
import { decodeSegment } from '@/lib/addresses/route-params';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, docNumberFeedUrl, docNumberUrl, documentUrl, feedsOfPage } from '@/lib/addresses/urls';
import { wantedUrl } from '@/lib/addresses/wanted-params';

interface Props {
  params: Promise<{ spelling: string[] }>;
  searchParams: Promise<RawSearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const spelling = readSpelling((await params).spelling);
  const found = await getDocNumberPage(spelling);
  if (found.kind === 'unreadable') return { title: MISSING_TITLES.number };
  if (found.kind === 'leads') return {};
  const name = found.canonical ?? spelling;
  return {
    title: name,
    description:
      found.kind === 'absent'
        ? `${name}，本站还没有收录原文：引用情况，引用时所用标题，是否被废止。`
        : `文号是${name}的文件。`,
    alternates: {
      ...addressesOfPage(docNumberUrl(name)),
      ...(found.canonical !== null && {
        types: feedsOfPage({ title: `${name}的动态`, address: (format) => docNumberFeedUrl(name, format) }),
      }),
    },
  };
}

/**
 * The page of a number, in whatever spelling. It leads to the document where one bears it: by 307,
 * not 308, because a second document with the same number would make this a page of choices, and
 * browsers never forget a 308.
 */
export default async function DocNumberPage({ params, searchParams }: Props) {
  const spelling = readSpelling((await params).spelling);
  const found = await getDocNumberPage(spelling);
  if (found.kind === 'unreadable') return <UnreadableNumber spelling={spelling} />;
  if (found.kind === 'leads') redirect(found.to);
  if (found.kind === 'document') redirect(documentUrl(found.document.municipality.slug, found.document.slug));
  const name = found.canonical ?? spelling;
  const crumbs = [{ label: '文号', href: wantedUrl({}) }, { label: name }];
  if (found.kind === 'several') {
    const validities = await listValidities(found.documents.map(({ id }) => id));
    return (
      <Page crumbs={crumbs} sample={found.documents.some(({ municipality }) => municipality.sample)}>
        <NumberChoice found={found} spelling={spelling} validities={validities} />
      </Page>
    );
  }
  const absent = await describeAbsent(found.typed, parseCitingParams(await searchParams, 'page'));
  const citing = absent.mentions.mentions.map(({ document }) => document);
  const validities = await listValidities(citing.map(({ id }) => id));
  return (
    <Page crumbs={crumbs} sample={[...citing, ...absent.near].some(({ municipality }) => municipality.sample)}>
      <AbsentNumber
        found={absent}
        formers={found.formers}
        name={name}
        validities={validities}
        href={(filter) => `${docNumberUrl(name)}${citingParameters(filter, 'page')}#cited-by`}
      />
      <PrintSource url={siteSettings().siteUrl + docNumberUrl(name)} />
    </Page>
  );
}

const readSpelling = (segments: string[]): string => segments.map(decodeSegment).join('/').slice(0, 100);
