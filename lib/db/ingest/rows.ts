import { listSectionTexts, parserVersion, textOf, type SectionText } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { treeVersion } from '@/lib/gazette/ast';
import type { Prisma } from '@/lib/db/generated/client';
import { listBigrams } from '@/lib/search/bigrams';
import { normalise } from '@/lib/search/normalise';
import { issuedTitleKey, titleKey } from '@/lib/search/title-key';
import { documentSlug } from '@/lib/slugs';

/** Raised whenever the same tree gives other rows: by this file, or by lib/search and lib/slugs, which it asks. */
const rowsVersion = 1;
/** What stored rows were made by. A source file stored under another version is stored anew when it is met. */
export const storedVersion = `${parserVersion}.${rowsVersion}`;

/** Columns of a row that need no other row. */
export type IssueColumns = Omit<Prisma.IssueCreateManyInput, 'id' | 'municipalityId' | 'sourceFileId'>;
export type DocumentColumns = Omit<
  Prisma.DocumentCreateManyInput,
  'id' | 'municipalityId' | 'sourceFileId' | 'issueId' | 'slug'
>;
export type SectionColumns = Omit<Prisma.SectionCreateManyInput, 'id' | 'documentId'>;
export type CitationColumns = Omit<Prisma.CitationCreateManyInput, 'id' | 'documentId' | 'sectionId'>;
export type TocEntryColumns = Omit<Prisma.TocEntryCreateManyInput, 'id' | 'groupId' | 'documentId'>;

export interface PreparedCitation {
  /** Address of the section that it stands in. */
  address: string;
  columns: CitationColumns;
}
export interface PreparedDocument {
  columns: DocumentColumns;
  /** Address that it gets where nobody else has it. */
  preferredSlug: string;
  sections: SectionColumns[];
  citations: PreparedCitation[];
}
export interface PreparedTocEntry {
  columns: TocEntryColumns;
  /** Position of the document that it names; null where the text holds none. */
  documentPosition: number | null;
}
export interface PreparedTocGroup {
  heading: string;
  position: number;
  entries: PreparedTocEntry[];
}

/** Everything that one source text gives, ready to be stored; `issue` is null for standalone documents. */
export interface PreparedSource {
  municipality: string;
  issue: IssueColumns | null;
  tocGroups: PreparedTocGroup[];
  documents: PreparedDocument[];
}

/** Takes the tree of a source text and the municipality that it belongs to; gives the rows it becomes. Pure. */
export function prepareRows(tree: ast.Gazette, municipality: string): PreparedSource {
  const issue = tree.issue ? prepareIssue(tree.issue, tree) : null;
  const documents = listDocuments(tree).map((document, index) => prepareDocument(document, index + 1, tree.issue));
  return { municipality, issue, tocGroups: prepareToc(tree, documents), documents };
}

const listDocuments = (tree: ast.Gazette): ast.Document[] => tree.children.filter((child) => child.type === 'document');

function prepareIssue(issue: ast.Issue, tree: ast.Gazette): IssueColumns {
  const lastSigned = listDocuments(tree)
    .map((document) => document.signedOn ?? '')
    .sort()
    .at(-1);
  return {
    year: issue.year,
    number: issue.number,
    totalNumber: issue.totalNumber ?? null,
    title: issue.title,
    publisher: issue.publisher ?? null,
    publishedOn: readDay(issue.publishedOn),
    orderedOn: readDay(issue.publishedOn) ?? readDay(lastSigned) ?? firstDayOf(issue.year),
  };
}

function prepareDocument(document: ast.Document, position: number, issue: ast.Issue | undefined): PreparedDocument {
  const { docNumber, title } = document;
  const texts = listSectionTexts(document);
  const matchTitle = normalise(title);
  return {
    preferredSlug: documentSlug(document),
    columns: {
      position,
      title,
      matchTitle,
      titleBigrams: listBigrams(matchTitle),
      titleKey: titleKey(title),
      issuedTitleKey: issuedTitleKey(title),
      genre: document.genre ?? null,
      category: document.category ?? null,
      letterhead: document.letterhead ?? null,
      agency: document.agency ?? null,
      docNumber: docNumber?.canonical ?? null,
      agencyCode: docNumber?.agencyCode ?? null,
      year: docNumber?.year ?? null,
      serial: docNumber?.serial ?? null,
      signedOn: readDay(document.signedOn),
      publishedOn: readDay(document.publishedOn),
      orderedOn:
        readDay(document.signedOn) ??
        readDay(document.publishedOn) ??
        readDay(issue?.publishedOn) ??
        firstDayOf(docNumber?.year ?? issue?.year ?? 1900),
      length: textOf(document).replace(/\s/gu, '').length,
      tree: document as unknown as Prisma.InputJsonValue,
      treeVersion,
    },
    sections: texts.map((text, index) => prepareSection(text, index + 1, title)),
    citations: prepareCitations(texts),
  };
}

function prepareSection(
  { address, kind, partKind, heading, path, text }: SectionText,
  position: number,
  title: string,
): SectionColumns {
  // The title of the document is searched as a title; found again as the heading of its first part it would be a second hit.
  const ownHeading = kind === 'part' && titleKey(heading) === titleKey(title) ? '' : normalise(heading);
  const matchText = `${ownHeading}\n${normalise(text)}`;
  return {
    address,
    position,
    kind,
    partKind,
    heading,
    path: path,
    text,
    matchText,
    bigrams: listBigrams(matchText),
  };
}

/** In the order of the source, which is that of the citation nodes in the tree. */
function prepareCitations(texts: SectionText[]): PreparedCitation[] {
  return texts
    .flatMap(({ address, citations }) => citations.map((found) => ({ address, ...found })))
    .sort((one, other) => one.citation.position.start.offset - other.citation.position.start.offset)
    .map(({ address, citation, sentence, wordsAt }, index) => ({
      address,
      columns: citationColumns(citation, sentence, wordsAt, index + 1),
    }));
}

function citationColumns(citation: ast.Citation, sentence: string, wordsAt: number, position: number): CitationColumns {
  const { docNumber, title } = citation;
  return {
    position,
    words: citation.value,
    sentence,
    wordsAt,
    relation: citation.relation,
    aliasDefinition: citation.aliasDefinition ?? false,
    title: title ?? null,
    titleKey: docNumber ? null : titleKey(title ?? citation.value),
    docNumber: docNumber?.canonical ?? null,
    agencyCode: docNumber?.agencyCode ?? null,
    year: docNumber?.year ?? null,
    serial: docNumber?.serial ?? null,
  };
}

function prepareToc(tree: ast.Gazette, documents: PreparedDocument[]): PreparedTocGroup[] {
  const unmet = new Set(documents);
  const groups = tree.children
    .filter((child) => child.type === 'toc')
    .flatMap((toc) => toc.children.filter((child) => child.type === 'tocGroup'));
  return groups.map((group, groupIndex) => ({
    heading: group.heading,
    position: groupIndex + 1,
    entries: group.children
      .filter((child) => child.type === 'tocEntry')
      .map((entry, index) => ({
        columns: { position: index + 1, title: entry.title, docNumber: entry.docNumber?.canonical ?? null },
        documentPosition: meetDocument(entry, unmet),
      })),
  }));
}

/** Number and title, else the number, else the title; no document meets two entries. */
function meetDocument(entry: ast.TocEntry, unmet: Set<PreparedDocument>): number | null {
  const number = entry.docNumber?.canonical;
  const key = titleKey(entry.title);
  const byNumber = [...unmet].filter(({ columns }) => number !== undefined && columns.docNumber === number);
  const byTitle = [...unmet].filter(({ columns }) => columns.titleKey === key);
  const met =
    byNumber.find((document) => byTitle.includes(document)) ??
    byNumber[0] ??
    (number === undefined ? byTitle[0] : undefined);
  if (!met) return null;
  unmet.delete(met);
  return met.columns.position;
}

/** `2023-02-30` is no day. */
function readDay(day: string | undefined): Date | null {
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

const firstDayOf = (year: number): Date => new Date(Date.UTC(year, 0, 1));
