import { Client } from 'pg';
import { documentUrl, homeUrl, issueUrl, sectionUrl } from '@/lib/addresses/urls';
import { searchUrl } from '@/lib/addresses/search-params';

/** A page that is measured. */
export interface PageToMeasure {
  name: string;
  /** Below the origin. */
  address: string;
}

interface Row {
  municipality: string;
  document: string;
  section: string;
  year: number;
  number: number;
}

/**
 * Takes the database of a portal; gives a page of each kind: home, the issue of the longest
 * document, that document, one of its sections, a search.
 */
export async function findPages(databaseUrl: string): Promise<PageToMeasure[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(`
      SELECT municipality."slug" AS "municipality", document."slug" AS "document", section."address" AS "section", issue."year", issue."number"
      FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      JOIN "Issue" issue ON issue."id" = document."issueId" JOIN "Section" section ON section."documentId" = document."id"
      WHERE section."kind" = 'section' ORDER BY document."length" DESC, section."position" LIMIT 1`);
    const [longest] = rows;
    if (!longest) throw new Error('The portal holds no issue.');
    const { municipality, document, section, year, number } = longest;
    return [
      { name: 'home', address: homeUrl() },
      { name: 'issue', address: issueUrl(municipality, { year, number }) },
      { name: 'longest document', address: documentUrl(municipality, document) },
      { name: 'section', address: sectionUrl(municipality, document, section) },
      { name: 'search', address: searchUrl({ q: '养老' }) },
    ];
  } finally {
    await client.end();
  }
}
