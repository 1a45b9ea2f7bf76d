import 'server-only';
import { getClient } from '@/lib/db/client';
import { listSubjects } from '@/lib/db/queries/subjects/subjects';
import {
  documentUrl,
  homeUrl,
  issueUrl,
  municipalitiesUrl,
  municipalityUrl,
  subjectsUrl,
  subjectUrl,
} from '@/lib/addresses/urls';

/**
 * Ids of one sitemap of documents or issues. The protocol allows 50,000 addresses and 50 MB a file.
 */
const IDS_PER_FILE = 20_000;

/** An address of a sitemap. */
export interface SitemapAddress {
  /** Below the origin. */
  address: string;
  /** When it was last stored; null where that is not known. */
  changedAt: Date | null;
}

/**
 * Lists the names of the sitemaps. One is for the portal itself and its municipalities, the others
 * for issues and documents by blocks of ids.
 */
export async function listSitemaps(): Promise<string[]> {
  const client = getClient();
  const [issues, documents] = await Promise.all([
    client.issue.aggregate({ _max: { id: true } }),
    client.document.aggregate({ _max: { id: true } }),
  ]);
  return ['places.xml', ...namesOf('issues', issues._max.id), ...namesOf('documents', documents._max.id)];
}

const namesOf = (kind: 'issues' | 'documents', lastId: number | null): string[] =>
  Array.from({ length: Math.ceil((lastId ?? 0) / IDS_PER_FILE) }, (_, index) => `${kind}-${index + 1}.xml`);

/** Lists the addresses of a sitemap; null where there is no such sitemap. */
export async function listSitemapAddresses(name: string): Promise<SitemapAddress[] | null> {
  if (name === 'places.xml') return listPlaces();
  const [, kind, file] = /^(issues|documents)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  if (kind === undefined) return null;
  return kind === 'issues' ? listIssues(Number(file)) : listDocuments(Number(file));
}

async function listPlaces(): Promise<SitemapAddress[]> {
  const [municipalities, subjects] = await Promise.all([
    getClient().municipality.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } }),
    listSubjects(),
  ]);
  const shared = [homeUrl(), municipalitiesUrl(), subjectsUrl(), ...subjects.map(subjectUrl)];
  return [...shared, ...municipalities.map(({ slug }) => municipalityUrl(slug))].map((address) => ({
    address,
    changedAt: null,
  }));
}

/**
 * Gives the condition of a block of ids: each file costs the same however large the corpus is. Ids
 * that are gone leave a block smaller.
 */
const inBlock = (file: number) => ({ id: { gt: (file - 1) * IDS_PER_FILE, lte: file * IDS_PER_FILE } });

async function listIssues(file: number): Promise<SitemapAddress[]> {
  const issues = await getClient().issue.findMany({
    where: inBlock(file),
    select: {
      year: true,
      number: true,
      edition: true,
      municipality: { select: { slug: true } },
      sourceFile: { select: { ingestedAt: true } },
    },
    orderBy: { id: 'asc' },
  });
  return issues.map(({ municipality, sourceFile, ...issue }) => ({
    address: issueUrl(municipality.slug, issue),
    changedAt: sourceFile.ingestedAt,
  }));
}

async function listDocuments(file: number): Promise<SitemapAddress[]> {
  const documents = await getClient().document.findMany({
    where: inBlock(file),
    select: { slug: true, municipality: { select: { slug: true } }, sourceFile: { select: { ingestedAt: true } } },
    orderBy: { id: 'asc' },
  });
  return documents.map(({ slug, municipality, sourceFile }) => ({
    address: documentUrl(municipality.slug, slug),
    changedAt: sourceFile.ingestedAt,
  }));
}
