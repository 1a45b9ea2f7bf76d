import { Client } from 'pg';

/** A document of the filled database, as far as searches can ask for it. */
export interface ScannedDocument {
  /** municipality/document */
  name: string;
  municipality: string;
  /** `YYYY-MM-DD` */
  day: string;
  genre: string | null;
  /** Normalised. */
  title: string;
}

export interface ScannedSection {
  id: number;
  documentId: number;
  address: string;
  /** Normalised heading, line break, text. */
  text: string;
}

const batch = 5000;

export async function readDocuments(url: string): Promise<Map<number, ScannedDocument>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<ScannedDocument & { id: number }>(
    `SELECT document."id", municipality."slug" || '/' || document."slug" AS name, municipality."slug" AS municipality,
       document."orderedOn"::text AS day, document."genre", document."matchTitle" AS title
     FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"`,
  );
  await client.end();
  return new Map(rows.map((row) => [row.id, row]));
}

/** All sections in the order of their ids, some thousand at a time. */
export async function* readSections(url: string): AsyncGenerator<ScannedSection[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (let last = 0; ;) {
      const { rows } = await client.query<ScannedSection>(
        `SELECT "id", "documentId", "address", "matchText" AS text FROM "Section" WHERE "id" > $1 ORDER BY "id" LIMIT $2`,
        [last, batch],
      );
      if (rows.length === 0) return;
      yield rows;
      last = rows.at(-1)!.id;
    }
  } finally {
    await client.end();
  }
}
