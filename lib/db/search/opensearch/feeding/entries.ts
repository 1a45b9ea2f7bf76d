import type { ClientBase } from 'pg';
import { PLACES } from '@/lib/search/engine';
import { placeOf } from '@/lib/search/place';
import { sharedScheme, type SharedScheme } from '@/lib/search/text/scheme';
import { SUBJECTS } from '@/lib/subjects/subjects';
import { GOVERNMENT, statedWordsOf } from '@/lib/subjects/subjects-of';

/** An entry of the index: a section, or a title, which has position 0. */
export interface IndexEntry extends Record<string, unknown> {
  document: number;
  position: number;
}

interface DocumentRow {
  id: number;
  municipalityId: number;
  issueId: number | null;
  matchTitle: string;
  genre: string | null;
  agency: string | null;
  docNumber: string | null;
  agencyCode: string | null;
  year: number | null;
  serial: number | null;
  day: number;
  topic: string | null;
  subjects: string[];
  searchScheme: string;
  listedTopics: string[];
  periods: { state: string; first: number | null; last: number | null }[];
}

interface SectionRow {
  id: number;
  documentId: number;
  position: number;
  kind: string;
  partKind: string;
  matchText: string;
}

const DOCUMENTS = `
  SELECT document."id", document."municipalityId", document."issueId", document."matchTitle", document."genre", document."agency", document."docNumber",
    document."agencyCode", document."year", document."serial", document."orderedOn" - DATE '1970-01-01' AS "day", document."topic", document."subjects",
    source."searchScheme",
    ARRAY(SELECT listed."topic" FROM "ManifestRow" listed WHERE listed."documentId" = document."id" AND listed."topic" IS NOT NULL) AS "listedTopics",
    coalesce((SELECT json_agg(json_build_object('state', period."state", 'first', period."startsOn" - DATE '1970-01-01', 'last', period."endsOn" - DATE '1970-01-01'))
      FROM "ValidityPeriod" period WHERE period."documentId" = document."id"), '[]') AS "periods"
  FROM "Document" document JOIN "SourceFile" source ON source."id" = document."sourceFileId" WHERE document."id" = ANY($1::int[])`;

const SECTIONS = `
  SELECT "id"::float8 AS "id", "documentId", "position", "kind", "partKind", "matchText"
  FROM "Section" WHERE "documentId" = ANY($1::int[]) ORDER BY "documentId", "position"`;

/**
 * Makes the entries of documents, as they are now.
 *
 * Of one that is not held there are none.
 *
 * Both statements have to see one state of the data: the client is inside a transaction.
 */
export async function readEntries(
  client: ClientBase,
  documentIds: readonly number[],
): Promise<Map<number, IndexEntry[]>> {
  if (documentIds.length === 0) return new Map();
  const { rows: documents } = await client.query<DocumentRow>(DOCUMENTS, [documentIds]);
  const { rows: sections } = await client.query<SectionRow>(SECTIONS, [documentIds]);
  const entries = new Map<number, IndexEntry[]>();
  const common = new Map<number, ReturnType<typeof commonFields>>();
  for (const document of documents) {
    const fields = commonFields(document);
    common.set(document.id, fields);
    entries.set(document.id, [
      { ...fields.columns, unit: 'title', position: 0, section: 0, place: 0, text: fields.columns.title },
    ]);
  }
  for (const section of sections) {
    const fields = common.get(section.documentId);
    if (fields) entries.get(section.documentId)!.push(sectionEntry(section, fields));
  }
  return entries;
}

function sectionEntry(section: SectionRow, { columns, respell }: ReturnType<typeof commonFields>): IndexEntry {
  const text = respell(section.matchText);
  return {
    ...columns,
    unit: 'section',
    position: section.position,
    section: section.id,
    place: PLACES.indexOf(placeOf(section)),
    text,
    heading: text.split('\n', 1)[0],
  };
}

/** Gives what all entries of a document share. */
function commonFields(row: DocumentRow) {
  const respell = respellingOf(sharedScheme([row.searchScheme]));
  const columns = {
    document: row.id,
    day: row.day,
    title: respell(row.matchTitle),
    agencyWords: row.agency,
    municipality: String(row.municipalityId),
    issue: row.issueId === null ? null : String(row.issueId),
    agency: row.agency,
    genre: row.genre,
    docNumber: row.docNumber,
    agencyCode: row.agencyCode,
    year: row.year,
    serial: row.serial,
    topics: row.topic === null ? row.listedTopics : [row.topic],
    subjects: [...new Set([...row.subjects, ...(row.topic === null ? listedSubjects(row.listedTopics) : [])])],
    validity: validityRanges(row.periods),
  };
  return { columns, respell };
}

/** Makes the function that writes a text of an older release as this one does. */
function respellingOf({ spelling }: SharedScheme): (text: string) => string {
  if (!spelling) return (text) => text;
  const to = [...spelling.to];
  const changed = new Map([...spelling.from].map((character, at) => [character, to[at]!]));
  return (text) => Array.from(text, (character) => changed.get(character) ?? character).join('');
}

/** As lib/db/search/sql/topic-sql.ts has it. */
const listedSubjects = (topics: readonly string[]): string[] =>
  SUBJECTS.map(({ name }) => name).filter((name) =>
    (statedWordsOf(name) ?? []).some((word) =>
      topics.some((topic) => topic.replaceAll(GOVERNMENT, ' ').includes(word)),
    ),
  );

function validityRanges(periods: DocumentRow['periods']): Record<string, { gte?: number; lte?: number }[]> {
  const ranges: Record<string, { gte?: number; lte?: number }[]> = {};
  for (const { state, first, last } of periods)
    (ranges[state] ??= []).push({ ...(first !== null && { gte: first }), ...(last !== null && { lte: last }) });
  return ranges;
}
