import { Prisma } from '@/lib/db/generated/client';
import { codesOfWords } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { normalise } from '@/lib/search/text/normalise';
import { endOfPrefix } from '@/lib/db/search/results/numbers';
import { query, runStatement } from '@/lib/db/search/sql/pool';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import { sectionNameColumns } from '@/lib/db/section-columns';
import { printedName, type SectionName } from '@/lib/gazette';

// Each list is bounded: by what an index finds or by a number of rows. It is empty where the words
// are too common.

/** Titles that are read from the index; where it has more, the newest documents are read too. */
const TITLES_LIMIT = 400;
const NEWEST_LIMIT = 2000;

const titlesSql = (title: Prisma.Sql, words: string[], codes: number[], first: string): Prisma.Sql => Prisma.sql`
  SELECT * FROM (
    SELECT "id", "orderedOn", starts_with(${title}, ${first}) AS begins FROM "Document"
    WHERE "titleGrams" @> ${codes}::int[] AND ${title} LIKE ALL (${words}::text[]) LIMIT ${TITLES_LIMIT}::int
  ) matching ORDER BY begins DESC, "orderedOn" DESC, "id" DESC`;
const newestTitlesSql = (title: Prisma.Sql, words: string[], first: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT "id", starts_with(${title}, ${first}) AS begins FROM (
    SELECT "id", "matchTitle" FROM "Document" ORDER BY "orderedOn" DESC, "id" DESC LIMIT ${NEWEST_LIMIT}::int
  ) newest WHERE ${title} LIKE ALL (${words}::text[]) LIMIT ${limit}::int`;

/**
 * Suggests documents with all the words in the title.
 *
 * Those that begin with them are first, then the newest.
 * @param words normalised
 * @returns ids of documents
 */
export async function suggestTitles(words: string[], limit: number, scheme: SharedScheme): Promise<number[]> {
  if (words.length === 0) return [];
  const patterns = words.map(likePattern);
  const first = words[0]!;
  const title = speltSql(Prisma.sql`"matchTitle"`, scheme);
  const codes = codesOfWords(words, scheme);
  const rows = codes.length === 0 ? [] : await runStatement<{ id: number }>(titlesSql(title, patterns, codes, first));
  if (codes.length > 0 && rows.length < TITLES_LIMIT) return rows.slice(0, limit).map(({ id }) => id);
  const newest = await runStatement<{ id: number }>(newestTitlesSql(title, patterns, first, limit));
  return [...new Set([...newest, ...rows].map(({ id }) => id))].slice(0, limit);
}

/** A frequent term, or an agency, that is suggested. */
export interface SuggestedTerm {
  term: string;
  kind: 'term' | 'agency';
  documents: number;
}

// ~>=~ compares byte by byte, as the index does whatever the language of the database.
const TERMS = `SELECT DISTINCT ON ("kind", "term") "term", "kind", "documents" FROM "SearchTerm"
  WHERE "matchTerm" ~>=~ $1 AND "matchTerm" ~<~ $2`;
const BEST_TERMS = `SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY "kind" ORDER BY "documents" DESC, "term") AS place FROM (${TERMS}) matching
  ) placed WHERE place <= $3 ORDER BY "kind", place`;

/**
 * Suggests terms and agencies with a prefix, the most frequent first.
 * @param beginning normalised
 * @param limit of each kind
 */
export async function suggestTerms(beginning: string, limit: number): Promise<SuggestedTerm[]> {
  if (beginning === '') return [];
  return query<SuggestedTerm & { place: string }>('suggest-terms', BEST_TERMS, [
    beginning,
    endOfPrefix(beginning),
    limit,
  ]);
}

/** A heading without its marker, and a section that has it. */
export interface SuggestedHeading {
  heading: string;
  documentId: number;
  address: string;
  /** Documents that have it, among those read. */
  documents: number;
}

const HEADINGS_LIMIT = 100;
/** Sections with a word from which on headings are not suggested for it, but terms. */
const COMMON = 20_000;
// A gram without a frequency is rare. The subselect runs first, and no section is read when it is
// false.
const HEADINGS = `SELECT ${sectionNameColumns}, section."documentId", section."address" FROM "Section" section
  WHERE "headingGrams" @> $1::int[] AND (
    SELECT count(*) < cardinality($1::int[]) OR min("share") * (SELECT "sections" FROM "SearchStatistics" LIMIT 1) < ${COMMON}
    FROM "SearchFrequency" WHERE "code" = ANY($1::int[])
  ) LIMIT ${HEADINGS_LIMIT}`;
const HEADING_LENGTH = 40;

/**
 * Suggests headings with all the words, those of most documents first.
 * @param words normalised
 */
export async function suggestHeadings(
  words: string[],
  limit: number,
  scheme: SharedScheme,
): Promise<SuggestedHeading[]> {
  const codes = codesOfWords(words, scheme);
  // A single character is in a heading of every document.
  if (codes.length === 0 || words.every((word) => [...word].length < 2)) return [];
  const rows = await query<SectionName & { documentId: number; address: string }>('suggest-headings', HEADINGS, [
    codes,
  ]);
  const headings = new Map<string, SuggestedHeading & { held: Set<number> }>();
  for (const { documentId, address, ...name } of rows) {
    // Parts are called by label and title, sections by their heading alone.
    const heading = (name.kind === 'part' ? printedName(name) : name.heading).replace(/[。.]$/u, '').trim();
    const key = normalise(heading);
    if ([...heading].length > HEADING_LENGTH || !words.every((word) => key.includes(word))) continue;
    const known = headings.get(key) ?? { heading, documentId, address, documents: 0, held: new Set() };
    known.documents = known.held.add(documentId).size;
    headings.set(key, known);
  }
  return [...headings.values()]
    .sort((one, other) => other.documents - one.documents || one.heading.length - other.heading.length)
    .slice(0, limit);
}

/** Makes the pattern that finds a word as it stands: `100%_`. */
const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
