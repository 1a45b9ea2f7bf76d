import type { Metadata } from 'next';
import { MissingVersion } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { FormerVersionText } from '@/components/versions/FormerVersionText';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import { addressesOfPage, documentUrl } from '@/lib/addresses/urls';
import { readVersionParam } from '@/lib/addresses/version-params';
import {
  getVersionedDocument,
  readFormerVersion,
  type ReadVersion,
  type VersionedDocument,
} from '@/lib/db/queries/ledger/versions';
import { typesetText } from '@/lib/text/typography';
import { versionCrumbs } from '@/lib/views/versions/version-crumbs';

/** A version that is asked for and is not the one shown; `version` null where missing. */
interface AskedVersion {
  document: VersionedDocument;
  version: ReadVersion | null;
}

/** Finds the version of `?v=`; null where none is asked for, or the present one. */
export async function findAskedVersion(
  municipality: string,
  slug: string,
  asked: RawSearchParams,
): Promise<AskedVersion | null> {
  const number = readVersionParam(asked.v);
  const document = number === null ? null : await getVersionedDocument(municipality, slug);
  if (number === null || !document || (document.held && number === document.version)) return null;
  return { document, version: await readFormerVersion(document, number) };
}

/** Title and canonical address of its page: search engines have the present one. */
export function describeVersion({ document, version }: AskedVersion): Metadata {
  if (!version) return { title: MISSING_TITLES.version };
  const title = typesetText(version.title);
  return {
    title: `${version.docNumber === null ? title : `${title}（${version.docNumber}）`}，第${version.number}版`,
    alternates: addressesOfPage(documentUrl(document.municipality.slug, document.slug)),
    robots: { index: false },
  };
}

/** The page of that version. */
export function VersionPage({ asked: { document, version } }: { asked: AskedVersion }) {
  if (!version) return <MissingVersion document={document} />;
  return (
    <Page
      crumbs={versionCrumbs(document, `第${version.number}版`)}
      inside={document.municipality.slug}
      sample={document.municipality.sample}
    >
      <FormerVersionText document={document} version={version} />
    </Page>
  );
}
