import type { Metadata } from 'next';
import { MissingDocument, MissingVersion } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { ComparisonView } from '@/components/versions/ComparisonView';
import { unreadable } from '@/components/versions/FormerVersionText';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment } from '@/lib/addresses/route-params';
import { addressesOfPage, comparisonUrl, documentUrl, versionsUrl, versionUrl } from '@/lib/addresses/urls';
import { readVersionPair } from '@/lib/addresses/version-params';
import { getVersionedDocument, readFormerVersion, type ReadVersion } from '@/lib/db/queries/ledger/versions';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { typesetText } from '@/lib/text/typography';
import { compareVersions } from '@/lib/views/versions/comparison';
import { dayOf } from '@/lib/views/versions/notice-view';
import { versionCrumbs } from '@/lib/views/versions/version-crumbs';
import { EndedDocument } from '@/components/versions/Ended';
import { getEnded, titleOfEnded } from '@/lib/db/queries/ledger/ended';

interface Props {
  params: Promise<{ municipality: string; document: string; pair: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { municipality, slug, document, pair, asked } = await load(params);
  if (!document) return { title: (await titleOfEnded({ municipality, document: slug })) ?? MISSING_TITLES.document };
  if (!pair) return { title: MISSING_TITLES.version };
  return {
    title: `${document.docNumber ?? typesetText(document.title)}：第${pair.from}版与第${pair.to}版对照`,
    alternates: addressesOfPage(comparisonUrl(municipality, slug, asked)),
    robots: { index: false },
  };
}

/** What two versions of a document differ in, by section and sentence. */
export default async function ComparisonPage({ params }: Props) {
  const { municipality, slug, document, pair } = await load(params);
  if (!document) {
    const ended = await getEnded({ municipality, document: slug });
    if (ended) return <EndedDocument {...ended} />;
    return <MissingDocument municipality={await findMunicipality(municipality)} city={municipality} slug={slug} />;
  }
  const [from, to] = pair
    ? await Promise.all([readFormerVersion(document, pair.from), readFormerVersion(document, pair.to)])
    : [null, null];
  if (!from || !to) return <MissingVersion document={document} />;
  const isCurrent = document.held !== null && to.number === document.version;
  const link = ({ number }: ReadVersion, current: boolean) =>
    current ? documentUrl(municipality, slug) : versionUrl(municipality, slug, number);
  return (
    <Page
      crumbs={versionCrumbs(document, `第${from.number}版与第${to.number}版`)}
      sample={document.municipality.sample}
    >
      <article className="comparison">
        <div className="head">
          <h1>
            第{from.number}版与第{to.number}版对照
          </h1>
          <p className="version-of">{typesetText(document.title)}</p>
          <p className="ways">
            <a href={link(from, false)}>
              第{from.number}版（{dayOf(from.since)}起）
            </a>
            <a href={link(to, isCurrent)}>
              第{to.number}版（{dayOf(to.since)}起{isCurrent && '，现行'}）
            </a>
            <a href={versionsUrl(municipality, slug)}>历次版本</a>
          </p>
        </div>
        {from.tree && to.tree ? (
          <ComparisonView comparison={compareVersions(from.tree, to.tree)} />
        ) : (
          [from, to].filter(({ tree }) => !tree).map((version) => <p key={version.number}>{unreadable(version)}</p>)
        )}
      </article>
    </Page>
  );
}

async function load(params: Props['params']) {
  const slugs = await params;
  const [municipality, slug] = [decodeSegment(slugs.municipality), decodeSegment(slugs.document)];
  const asked = decodeSegment(slugs.pair);
  return {
    municipality,
    slug,
    asked,
    pair: readVersionPair(asked),
    document: await getVersionedDocument(municipality, slug),
  };
}
