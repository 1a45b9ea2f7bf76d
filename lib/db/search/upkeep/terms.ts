import type { SuggestedTerm } from '@/lib/db/search/suggest/suggest-words';
import { Prisma, type PrismaClient } from '@/lib/db/generated/client';
import { sectionNameColumns } from '@/lib/db/section-columns';
import { printedName, type SectionName } from '@/lib/gazette';
import { normalise } from '@/lib/search/text/normalise';
import { listTerms } from '@/lib/search/text/terms';

/** Titles, and headings, that are read at most. */
const SAMPLE = 50_000;
const TERMS_LIMIT = 20_000;
const AGENCIES_LIMIT = 10_000;
/** Documents that have a term, at least; the titles of fewer are suggested themselves. */
const LEAST_DOCUMENTS = 3;
/** Rows that are written at once. */
const BATCH = 5000;

type Client = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

interface TermRow {
  /** As it is written; `matchTerm` is normalised. */
  term: string;
  matchTerm: string;
  kind: SuggestedTerm['kind'];
  documents: number;
}

/**
 * Counts terms and agencies anew and replaces those that are suggested.
 *
 * Takes some seconds at a million sections: no more than SAMPLE titles and headings are read.
 * @param client better a transaction: readers then never see the table empty
 */
export async function refreshTerms(client: Client): Promise<void> {
  const rows = [...(await listFrequentTerms(client)), ...(await listAgencies(client))];
  await client.$executeRaw`DELETE FROM "SearchTerm"`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.$executeRaw`
      INSERT INTO "SearchTerm" ("term", "matchTerm", "kind", "documents")
      SELECT * FROM unnest(
        ${batch.map(({ term }) => term)}::text[], ${batch.map(({ matchTerm }) => matchTerm)}::text[],
        ${batch.map(({ kind }) => kind)}::text[], ${batch.map(({ documents }) => documents)}::int[]
      ) ON CONFLICT DO NOTHING`;
  }
}

async function listFrequentTerms(client: Client): Promise<TermRow[]> {
  const titles = await client.$queryRaw<WordsRow[]>`
    SELECT "id" AS "documentId", "title" AS "words" FROM "Document" ORDER BY "orderedOn" DESC LIMIT ${SAMPLE}`;
  const counted = new Map<string, TermRow>();
  for (const terms of termsByDocument([...titles, ...(await sampleHeadings(client))]).values()) {
    for (const [matchTerm, term] of terms) {
      const row = counted.get(matchTerm);
      if (row) row.documents++;
      else counted.set(matchTerm, { term, matchTerm, kind: 'term', documents: 1 });
    }
  }
  return [...counted.values()]
    .filter(({ documents }) => documents >= LEAST_DOCUMENTS)
    .sort((one, other) => other.documents - one.documents)
    .slice(0, TERMS_LIMIT);
}

interface WordsRow {
  documentId: number;
  words: string;
}

/** Reads headings from random blocks of the table, so that no others are read. */
async function sampleHeadings(client: Client): Promise<WordsRow[]> {
  const [size] = await client.$queryRaw<{ sections: number }[]>`
    SELECT reltuples::float8 AS "sections" FROM pg_class WHERE oid = '"Section"'::regclass`;
  const share = Math.min(100, (100 * SAMPLE) / Math.max(1, size?.sections ?? 0));
  const sample = share < 100 ? Prisma.sql`TABLESAMPLE SYSTEM (${share}::real) REPEATABLE (1)` : Prisma.empty;
  const rows = await client.$queryRaw<(SectionName & { documentId: number })[]>`
    SELECT section."documentId", ${Prisma.raw(sectionNameColumns)} FROM "Section" section ${sample}
    WHERE section."marker" <> '' OR section."heading" <> '' LIMIT ${SAMPLE}`;
  return rows.map(({ documentId, ...name }) => ({ documentId, words: printedName(name) }));
}

/** Lists the terms of each document, each once. */
function termsByDocument(rows: WordsRow[]): Map<number, Map<string, string>> {
  const documents = new Map<number, Map<string, string>>();
  for (const { documentId, words } of rows) {
    const terms = documents.get(documentId) ?? new Map<string, string>();
    for (const [term, written] of listTerms(words)) if (!terms.has(term)) terms.set(term, written);
    documents.set(documentId, terms);
  }
  return documents;
}

/** Lists agencies: 示例市民政局 is suggested for 示例市民… and for 民政…. */
async function listAgencies(client: Client): Promise<TermRow[]> {
  const rows = await client.$queryRaw<{ agency: string; municipality: string; documents: number }[]>`
    SELECT document."agency", municipality."name" AS "municipality", count(*)::int AS "documents"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."agency" IS NOT NULL
    GROUP BY 1, 2 ORDER BY 3 DESC LIMIT ${AGENCIES_LIMIT}`;
  return rows.flatMap(({ agency, municipality, documents }) => {
    const name = normalise(agency);
    const place = normalise(municipality);
    const short = name.startsWith(place) ? name.slice(place.length) : '';
    const beginnings = short.length > 1 ? [name, short] : [name];
    return beginnings.map((matchTerm) => ({ term: agency, matchTerm, kind: 'agency' as const, documents }));
  });
}
