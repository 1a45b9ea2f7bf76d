import type { Metadata } from 'next';
import { MissingDocument } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { VersionList } from '@/components/versions/VersionList';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { decodeSegment } from '@/lib/addresses/route-params';
import { addressesOfPage, versionsUrl } from '@/lib/addresses/urls';
import { getVersionedDocument, listChanges } from '@/lib/db/queries/ledger/versions';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { typesetText } from '@/lib/text/typography';
import { versionCrumbs } from '@/lib/views/versions/version-crumbs';
import { listVersionLines } from '@/lib/views/versions/version-list';
import { EndedDocument } from '@/components/versions/Ended';
import { getEnded, titleOfEnded } from '@/lib/db/queries/ledger/ended';

interface Props {
  params: Promise<{ municipality: string; document: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { municipality, slug, document } = await load(params);
  if (!document) return { title: (await titleOfEnded({ municipality, document: slug })) ?? MISSING_TITLES.document };
  return {
    title: `${document.docNumber ?? typesetText(document.title)}的历次版本`,
    alternates: addressesOfPage(versionsUrl(municipality, slug)),
    robots: { index: false },
  };
}

/** The versions of a document: when each came, and what it changed. */
export default async function VersionsPage({ params }: Props) {
  const { municipality, slug, document } = await load(params);
  if (!document) {
    const ended = await getEnded({ municipality, document: slug });
    if (ended) return <EndedDocument {...ended} />;
    return <MissingDocument municipality={await findMunicipality(municipality)} city={municipality} slug={slug} />;
  }
  const { known, held, version } = document;
  const changes = known ? await listChanges(known.id) : [];
  const arrivedAt = known?.arrivedAt ?? held!.sourceFile.ingestedAt;
  return (
    <Page
      crumbs={versionCrumbs(document, '历次版本')}
      inside={document.municipality.slug}
      sample={document.municipality.sample}
    >
      <div className="head">
        <h1>历次版本</h1>
        <p className="version-of">{typesetText(document.title)}</p>
        <p className="quiet">
          “原文更正”是来源的文字有改动；“整理更正”是同一来源重新整理，编排更准。日期是本站收录的日期。
        </p>
      </div>
      <VersionList
        municipality={municipality}
        document={slug}
        lines={listVersionLines({ ...document, arrivedAt }, changes)}
        current={held ? version : null}
      />
    </Page>
  );
}

async function load(params: Props['params']) {
  const slugs = await params;
  const [municipality, slug] = [decodeSegment(slugs.municipality), decodeSegment(slugs.document)];
  return { municipality, slug, document: await getVersionedDocument(municipality, slug) };
}
