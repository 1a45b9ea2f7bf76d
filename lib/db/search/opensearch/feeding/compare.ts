import { randomInt } from 'node:crypto';
import type { Client } from 'pg';
import { hasAnyOf } from '@/lib/db/search/opensearch/matching';
import type { HeldIndex } from './progress';
import type { Applying } from './apply-changes';

/** Sections of which a piece has to be found, and the longest piece. */
const PIECES = 200;
const LONGEST = 12;

/**
 * Compares an index with the database.
 *
 * Every municipality has to have as many sections in both, and random pieces of random sections
 * have to be found. Nothing may change meanwhile.
 * @returns a sentence for each difference
 */
export async function compareIndex({ index, client }: Applying, { name, spelling }: HeldIndex): Promise<string[]> {
  await index.indices.refresh({ index: name });
  const differences = await compareCounts({ index, client }, name);
  return differences.length > 0 ? differences : findPieces({ index, client }, name, spelling);
}

type Compared = Pick<Applying, 'index' | 'client'>;

async function compareCounts({ index, client }: Compared, name: string): Promise<string[]> {
  const { rows } = await client.query<{ municipality: string; sections: string }>(`
    SELECT document."municipalityId"::text AS "municipality", count(*) AS "sections"
    FROM "Section" section JOIN "Document" document ON document."id" = section."documentId" GROUP BY 1`);
  const { body } = await index.search({
    index: name,
    size: 0,
    allow_partial_search_results: false,
    body: {
      query: { term: { unit: 'section' } },
      aggs: { municipalities: { terms: { field: 'municipality', size: 65_000 } } },
    } as never,
  });
  const { buckets } = (body as unknown as Counted).aggregations.municipalities;
  const counted = new Map(buckets.map(({ key, doc_count: count }) => [key, count]));
  const held = new Map(rows.map(({ municipality, sections }) => [municipality, Number(sections)]));
  return [...new Set([...held.keys(), ...counted.keys()])]
    .filter((id) => held.get(id) !== counted.get(id))
    .map((id) => `Municipality ${id} has ${held.get(id) ?? 0} sections, and ${counted.get(id) ?? 0} in the index.`);
}

interface Counted {
  aggregations: { municipalities: { buckets: { key: string; doc_count: number }[] } };
}

async function findPieces({ index, client }: Compared, name: string, spelling: string): Promise<string[]> {
  const sections = await listSome(client, spelling);
  const missing: string[] = [];
  for (const { id, documentId, matchText } of sections) {
    const points = [...matchText];
    const start = randomInt(points.length);
    const piece = points.slice(start, start + randomInt(1, LONGEST + 1)).join('');
    const { body } = await index.search({
      index: name,
      size: 1,
      routing: String(documentId),
      allow_partial_search_results: false,
      body: {
        query: { bool: { filter: [{ term: { section: id } }, hasAnyOf('text', [piece])] } },
        _source: false,
      },
    });
    if ((body as unknown as { hits: { hits: unknown[] } }).hits.hits.length !== 1)
      missing.push(`A piece of ${[...piece].length} characters of section ${id} is not found.`);
  }
  return missing;
}

async function listSome(
  client: Client,
  spelling: string,
): Promise<{ id: number; documentId: number; matchText: string }[]> {
  // From random ids on: the rows of a sample by pages would be those of a few files.
  const { rows } = await client.query<{ id: number; documentId: number; matchText: string }>(
    `SELECT DISTINCT ON (section."id") section."id"::float8 AS "id", section."documentId", section."matchText"
     FROM (SELECT min("id") AS "first", max("id") AS "last" FROM "Section") ends,
       generate_series(1, ${PIECES}) AS nth, LATERAL (
         SELECT * FROM "Section" WHERE "id" >= ends."first" + floor(random() * (ends."last" - ends."first" + 1))::bigint + 0 * nth ORDER BY "id" LIMIT 1
       ) section
     JOIN "Document" document ON document."id" = section."documentId" JOIN "SourceFile" source ON source."id" = document."sourceFileId"
     WHERE ' ' || source."searchScheme" || ' ' LIKE '% ' || $1 || ' %' AND section."matchText" <> ''`,
    [spelling],
  );
  return rows;
}
