import 'server-only';
import { getClient } from '@/lib/db/client';
import { documentUrl, homeUrl, issueUrl, municipalityUrl, municipalitiesUrl } from '@/lib/addresses/urls';

/** Ids of one sitemap of documents. The protocol allows 50,000 addresses and 50 MB a file. */
const DOCUMENTS_PER_FILE = 20_000;
/** Issues of the sitemap; there are some dozens a year and municipality. */
const ISSUES_LIMIT = 40_000;

/** An address of a sitemap. */
export interface SitemapAddress {
  /** Below the origin. */
  address: string;
  /** When it was last stored; null where that is not known. */
  changedAt: Date | null;
}

/**
 * Lists the names of the sitemaps. One is for municipalities and issues, the others for documents
 * by blocks of ids.
 */
export async function listSitemaps(): Promise<string[]> {
  const { _max } = await getClient().document.aggregate({ _max: { id: true } });
  const files = Math.ceil((_max.id ?? 0) / DOCUMENTS_PER_FILE);
  return ['places.xml', ...Array.from({ length: files }, (_, index) => `documents-${index + 1}.xml`)];
}

/** Lists the addresses of a sitemap; null where there is no such sitemap. */
export async function listSitemapAddresses(name: string): Promise<SitemapAddress[] | null> {
  if (name === 'places.xml') return listPlaces();
  const file = /^documents-([1-9]\d{0,5})\.xml$/.exec(name)?.[1];
  return file === undefined ? null : listDocuments(Number(file));
}

async function listPlaces(): Promise<SitemapAddress[]> {
  const client = getClient();
  const [municipalities, issues] = await Promise.all([
    client.municipality.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } }),
    client.issue.findMany({
      select: {
        year: true,
        number: true,
        municipality: { select: { slug: true } },
        sourceFile: { select: { ingestedAt: true } },
      },
      orderBy: [{ orderedOn: 'desc' }, { id: 'asc' }],
      take: ISSUES_LIMIT,
    }),
  ]);
  return [
    { address: homeUrl(), changedAt: null },
    { address: municipalitiesUrl(), changedAt: null },
    ...municipalities.map(({ slug }) => ({ address: municipalityUrl(slug), changedAt: null })),
    ...issues.map(({ municipality, year, number, sourceFile }) => ({
      address: issueUrl(municipality.slug, year, number),
      changedAt: sourceFile.ingestedAt,
    })),
  ];
}

/**
 * Lists a block of ids: each file costs the same however large the corpus is. Ids that are gone
 * leave a block smaller.
 */
async function listDocuments(file: number): Promise<SitemapAddress[]> {
  const documents = await getClient().document.findMany({
    where: { id: { gt: (file - 1) * DOCUMENTS_PER_FILE, lte: file * DOCUMENTS_PER_FILE } },
    select: { slug: true, municipality: { select: { slug: true } }, sourceFile: { select: { ingestedAt: true } } },
    orderBy: { id: 'asc' },
  });
  return documents.map(({ slug, municipality, sourceFile }) => ({
    address: documentUrl(municipality.slug, slug),
    changedAt: sourceFile.ingestedAt,
  }));
}
