import { createHash } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { documentConditions, withConditions } from '@/lib/db/ingest/rows/condition-codes';
import { prepareRows, storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import type { PreparedDocument, PreparedSource } from '@/lib/db/ingest/rows/prepared';
import { municipalitySlugs, numberedSlug } from '@/lib/addresses/slugs';
import type { GeneratedIssue } from './corpus';
import { TableCopy, type Row } from './table-copy';

/** In the order in which they refer to each other. */
const tables = [
  'Municipality',
  'SourceFile',
  'Issue',
  'Document',
  'TocGroup',
  'TocEntry',
  'Section',
  'Citation',
] as const;
type Table = (typeof tables)[number];

/**
 * Stores issues in an empty database, row for row as the ingest would.
 * One COPY a table is used (lib/db/ingest/store.ts uses statements). Citations are not linked yet.
 * @param onIssue called with how many sections are written so far
 */
export async function fillDatabase(
  url: string,
  issues: Iterable<GeneratedIssue>,
  onIssue: (sections: number) => void,
): Promise<void> {
  const copies = new Map(tables.map((table) => [table, new TableCopy(url, table)]));
  const ids = new Ids();
  const municipalities = new Map<string, Municipality>();
  for (const issue of issues) {
    const rows = rowsOfIssue(prepareRows(issue.tree, issue.municipality), issue.name, ids, municipalities);
    for (const table of tables) await copies.get(table)!.write(rows[table]);
    onIssue(ids.last('Section'));
  }
  for (const table of tables) await copies.get(table)!.end();
  await setSequences(url);
}

class Ids {
  readonly #last = new Map<Table, number>();
  last(table: Table): number {
    return this.#last.get(table) ?? 0;
  }
  next(table: Table): number {
    const id = this.last(table) + 1;
    this.#last.set(table, id);
    return id;
  }
}

interface Municipality {
  id: number;
  slug: string;
  /** Addresses of its documents. */
  slugs: Set<string>;
}

function rowsOfIssue(
  source: PreparedSource,
  name: string,
  ids: Ids,
  municipalities: Map<string, Municipality>,
): Record<Table, Row[]> {
  const rows = Object.fromEntries(tables.map((table) => [table, [] as Row[]])) as Record<Table, Row[]>;
  let municipality = municipalities.get(source.municipality);
  if (!municipality) {
    const slug = freeMunicipalitySlug(source.municipality, municipalities);
    municipality = { id: ids.next('Municipality'), slug, slugs: new Set() };
    municipalities.set(source.municipality, municipality);
    rows.Municipality.push({ id: municipality.id, slug, name: source.municipality, sample: false });
  }
  const belonging = {
    municipalityId: municipality.id,
    sourceFileId: ids.next('SourceFile'),
    issueId: ids.next('Issue'),
  };
  const file = `${municipality.id}-${name}.txt`;
  const hash = createHash('sha256').update(file).digest('hex');
  rows.SourceFile.push({
    id: belonging.sourceFileId,
    name: file,
    path: file,
    hash,
    size: 0,
    parserVersion: storedVersion,
  });
  const { municipalityId, sourceFileId, issueId } = belonging;
  rows.Issue.push({ id: issueId, ...source.issue, municipalityId, sourceFileId });
  const documentIds = new Map<number, number>();
  for (const document of source.documents) {
    const documentId = ids.next('Document');
    documentIds.set(document.columns.position, documentId);
    const slug = freeSlug(document.preferredSlug, municipality.slugs);
    rows.Document.push({ id: documentId, ...document.columns, ...belonging, slug });
    addTexts(rows, document, documentId, ids, documentConditions(document.columns, { ...belonging, documentId }));
  }
  for (const { heading, position, entries } of source.tocGroups) {
    const groupId = ids.next('TocGroup');
    rows.TocGroup.push({ id: groupId, heading, position, issueId });
    for (const { columns, documentPosition } of entries)
      rows.TocEntry.push({
        id: ids.next('TocEntry'),
        ...columns,
        groupId,
        documentId: documentPosition === null ? null : documentIds.get(documentPosition),
      });
  }
  return rows;
}

function addTexts(
  rows: Record<Table, Row[]>,
  { sections, citations }: PreparedDocument,
  documentId: number,
  ids: Ids,
  conditions: number[],
): void {
  const sectionIds = new Map<string, number>();
  for (const section of sections) {
    const id = ids.next('Section');
    sectionIds.set(section.address, id);
    rows.Section.push({ id, ...withConditions(section, conditions), documentId });
  }
  for (const { address, columns } of citations)
    rows.Citation.push({ id: ids.next('Citation'), ...columns, documentId, sectionId: sectionIds.get(address) });
}

function freeMunicipalitySlug(name: string, municipalities: Map<string, Municipality>): string {
  const taken = new Set([...municipalities.values()].map(({ slug }) => slug));
  for (const slug of municipalitySlugs(name)) if (!taken.has(slug)) return slug;
  throw new Error('municipalitySlugs ended');
}

function freeSlug(preferred: string, taken: Set<string>): string {
  let count = 1;
  while (taken.has(numberedSlug(preferred, count))) count++;
  const slug = numberedSlug(preferred, count);
  taken.add(slug);
  return slug;
}

/** The next row that is stored in the ordinary way gets the next id. */
async function setSequences(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const table of tables) {
    const name = escapeIdentifier(table);
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, 'id'), greatest(1, (SELECT coalesce(max(id), 0) FROM ${name})))`,
      [name],
    );
  }
  await client.end();
}
