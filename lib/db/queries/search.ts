import 'server-only';
import { cache } from 'react';
import { readDocNumber } from '@/lib/gazette';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { normalise, type Range } from '@/lib/search/normalise';
import { parseQuery, type SearchQuery } from '@/lib/search/query';
import { makeSnippet, markWords, type Snippet } from '@/lib/search/snippet';
import { groupBy } from './group-by';
import { citingSearchSql, keywordSearchSql, type SearchRow } from './search-sql';
import { documentLinkSelect, type DocumentLink, type PathStep } from './selects';

/** Documents on one page of results. */
export const DOCUMENTS_PER_PAGE = 20;
/** Best sections shown of each document. */
export const SECTIONS_PER_DOCUMENT = 3;
/** Totals above this are shown as `1,000+`, and pages end here. */
export const TOTAL_CAP = 1000;
/** Milliseconds after which a search is given up. */
const TIME_LIMIT = 5000;
const NUMBER_HITS_LIMIT = 20;

export interface SearchRequest {
  /** What the reader typed, at most some hundred characters. */
  q: string;
  /** Address of a municipality. */
  municipality?: string | undefined;
  year?: number | undefined;
  /** From 1. */
  page: number;
}

export interface FoundSection {
  address: string;
  kind: string;
  partKind: string;
  heading: string;
  headingMarks: Range[];
  path: PathStep[];
  snippet: Snippet;
}

export interface FoundDocument {
  document: Omit<DocumentLink, 'municipality'> & {
    municipality: { slug: string; name: string; sample: boolean };
    issue: { year: number; number: number } | null;
  };
  titleMarks: Range[];
  /** The best ones, `sectionCount` in all. */
  sections: FoundSection[];
  sectionCount: number;
}

export interface SearchResults {
  query: SearchQuery;
  /** Set when the words are a 文号: what bears it. Then `documents` are those that only cite it, if it is complete and anything does. */
  number: { canonical: string | null; documents: DocumentLink[] } | null;
  /** `words`: documents that contain the words. `citations`: documents that cite the number, in whatever spelling. */
  by: 'words' | 'citations';
  documents: FoundDocument[];
  /** Counts of documents and sections over all pages; `capped` when there are more documents than can be paged through. */
  total: { documents: number; sections: number; capped: boolean };
  page: number;
  pages: number;
  /** The search took too long and was given up; the reader should add a word. */
  timedOut: boolean;
}

/**
 * Takes what the reader typed, and where to look; gives documents with their best sections, 20 a page: hits in the title first, then in a heading,
 * then in the text, newest first. A 文号 in any spelling goes before them. Nothing typed finds nothing. Never throws for what was typed.
 */
export const searchSections = cache(async ({ q, municipality, year, page }: SearchRequest): Promise<SearchResults> => {
  const query = parseQuery(q);
  const number = await findNumber(q);
  const scope = {
    municipality,
    year,
    offset: (page - 1) * DOCUMENTS_PER_PAGE,
    limit: DOCUMENTS_PER_PAGE,
    sectionLimit: SECTIONS_PER_DOCUMENT,
  };
  const empty = {
    query,
    number,
    by: 'words' as const,
    documents: [],
    total: { documents: 0, sections: 0, capped: false },
    page,
    pages: 0,
    timedOut: false,
  };
  if (query.words.length === 0) return empty;
  if (number?.canonical) {
    const rows = await runLimited(citingSearchSql(number.canonical, scope));
    if (number.documents.length > 0 || (rows?.[0]?.documentTotal ?? 0) > 0)
      return toResults({ ...empty, by: 'citations' }, rows);
  }
  return toResults(empty, await runLimited(keywordSearchSql(query, scope)));
});

/** The documents that the words name by number; null when they are no number. */
async function findNumber(q: string): Promise<SearchResults['number']> {
  const read = readDocNumber(q);
  if (!read) return null;
  const { canonical, agencyCode, year, serial } = read;
  const documents = await getClient().document.findMany({
    where: canonical ? { docNumber: canonical } : { agencyCode, year, serial },
    select: documentLinkSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: NUMBER_HITS_LIMIT,
  });
  if (!canonical && documents.length === 0) return null;
  return { canonical: canonical ?? null, documents };
}

/** Runs a search; gives its rows, or null when it took too long. */
async function runLimited(sql: Prisma.Sql): Promise<SearchRow[] | null> {
  const client = getClient();
  try {
    const [, rows] = await client.$transaction([
      client.$queryRaw`SELECT set_config('statement_timeout', ${String(TIME_LIMIT)}, true), set_config('jit', 'off', true)`,
      client.$queryRaw<SearchRow[]>(sql),
    ]);
    return rows;
  } catch (error) {
    if (error instanceof Error && error.message.includes('statement timeout')) return null;
    throw error;
  }
}

function toResults(empty: SearchResults, rows: SearchRow[] | null): SearchResults {
  const [first] = rows ?? [];
  if (!rows || !first) return { ...empty, timedOut: true };
  const shown = Math.min(first.documentTotal, TOTAL_CAP);
  const groups = groupBy(
    rows.filter(({ documentId }) => documentId !== null),
    ({ documentId }) => documentId,
  );
  return {
    ...empty,
    documents: [...groups.values()].map((group) => toDocument(group, empty.query.words)),
    total: { documents: shown, sections: first.sectionTotal, capped: first.documentTotal > TOTAL_CAP },
    pages: Math.ceil(shown / DOCUMENTS_PER_PAGE),
  };
}

function toDocument(rows: SearchRow[], words: string[]): FoundDocument {
  const row = rows[0] as SearchRow;
  return {
    document: {
      slug: row.slug,
      title: row.title,
      docNumber: row.docNumber,
      genre: row.genre,
      agency: row.agency,
      signedOn: row.signedOn,
      municipality: { slug: row.municipalitySlug, name: row.municipalityName, sample: row.sample },
      issue:
        row.issueYear === null || row.issueNumber === null ? null : { year: row.issueYear, number: row.issueNumber },
    },
    titleMarks: markWords(row.title, words),
    sections: rows.filter(({ sectionId }) => sectionId !== null).map((section) => toSection(section, words)),
    sectionCount: row.sectionCount,
  };
}

function toSection(
  { address, kind, partKind, heading, path, text, words: cited }: SearchRow,
  words: string[],
): FoundSection {
  const snippet = makeSnippet(text, cited === null ? words : [normalise(cited)]);
  return {
    address,
    kind,
    partKind,
    heading,
    headingMarks: markWords(heading, words),
    path: path as PathStep[],
    snippet,
  };
}
