import { Client } from 'pg';
import {
  citationGraphUrl,
  documentsFeedUrl,
  documentUrl,
  fileUrl,
  homeUrl,
  issuesFeedUrl,
  issueUrl,
  municipalityUrl,
  sectionUrl,
  sitemapIndexUrl,
  timelineUrl,
  traditionalUrl,
} from '@/lib/addresses/urls';
import { searchUrl } from '@/lib/addresses/search-params';
import { randomFrom } from '../search/random';

interface Row {
  municipality: string;
  document: string;
  sections: string[] | null;
  year: number | null;
  number: number | null;
}

/** What readers and the downloader of a portal ask for. */
export interface Addresses {
  /** Most read first. */
  read: string[];
  /** Files that are expensive to make. */
  downloaded: string[];
}

const WORDS = ['养老', '社区', '通知', '教育', '建设计划', '财政资金', '"管理办法"', '环境 保护', '工程', '图书'];

/** Gives the addresses of a portal, shuffled in an order that is always the same. */
export async function findAddresses(databaseUrl: string): Promise<Addresses> {
  const rows = await readRows(databaseUrl);
  const issues = [
    ...new Set(
      rows.flatMap(({ municipality, year, number }) =>
        year ? [issueUrl(municipality, { year, number: number! })] : [],
      ),
    ),
  ];
  const municipalities = [...new Set(rows.map(({ municipality }) => municipality))];
  const documents = rows.map(({ municipality, document }) => documentUrl(municipality, document));
  const others = [
    ...issues,
    ...municipalities.flatMap((name) => [municipalityUrl(name), timelineUrl(name), issuesFeedUrl(name)]),
    ...documents,
    ...rows.flatMap(({ municipality, document, sections }) =>
      (sections ?? []).map((section) => sectionUrl(municipality, document, section)),
    ),
    ...rows.map(({ municipality, document }) => citationGraphUrl(municipality, document)),
    ...documents.slice(0, 10).map(traditionalUrl),
    ...documents.slice(0, 20).map((document) => fileUrl(document, 'document', 'docx')),
    ...WORDS.map((q) => searchUrl({ q })),
    documentsFeedUrl(),
    sitemapIndexUrl(),
  ];
  const downloaded = [
    ...issues.flatMap((issue) => ['zip', 'epub'].map((format) => fileUrl(issue, 'issue', format))),
    ...documents.map((document) => fileUrl(document, 'document', 'docx')),
  ];
  return { read: [homeUrl(), ...shuffled(others)], downloaded: shuffled(downloaded) };
}

async function readRows(databaseUrl: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(`
      SELECT municipality."slug" AS "municipality", document."slug" AS "document", issue."year", issue."number",
        (SELECT array_agg("address" ORDER BY "position") FROM "Section"
          WHERE "documentId" = document."id" AND "kind" = 'section') AS "sections"
      FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      LEFT JOIN "Issue" issue ON issue."id" = document."issueId" ORDER BY document."id"`);
    return rows;
  } finally {
    await client.end();
  }
}

function shuffled(addresses: readonly string[]): string[] {
  const random = randomFrom(20_261_130);
  return addresses
    .map((address) => ({ address, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ address }) => address);
}
