import { Client } from 'pg';
import { documentsFeedUrl, documentUrl, fileUrl, traditionalUrl } from '@/lib/addresses/urls';
import { findPages, type PageToMeasure } from '../find-pages';

/** The addresses whose views are counted. */
export interface Views {
  /** One of each kind. */
  kinds: PageToMeasure[];
  /** Every document, longest first. */
  documents: string[];
}

/** Takes the database of a portal; gives an address of each kind, and all documents. */
export async function findViews(databaseUrl: string): Promise<Views> {
  const [home, issue, longest, section, search] = (await findPages(databaseUrl)) as [
    PageToMeasure,
    PageToMeasure,
    PageToMeasure,
    PageToMeasure,
    PageToMeasure,
  ];
  const documents = await findDocuments(databaseUrl);
  const ordinary = documents[Math.floor(documents.length / 2)]!;
  return {
    kinds: [
      home,
      issue,
      { name: 'document', address: ordinary },
      longest,
      section,
      { name: 'Word file', address: fileUrl(ordinary, 'document', 'docx') },
      { name: 'feed', address: documentsFeedUrl() },
      { name: 'traditional', address: traditionalUrl(ordinary) },
      search,
    ],
    documents,
  };
}

async function findDocuments(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ municipality: string; document: string }>(`
      SELECT municipality."slug" AS "municipality", document."slug" AS "document"
      FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      ORDER BY document."length" DESC, document."id"`);
    return rows.map(({ municipality, document }) => documentUrl(municipality, document));
  } finally {
    await client.end();
  }
}
