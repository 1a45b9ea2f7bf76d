import {
  listCitations,
  listSectionTexts,
  listValidityClauses,
  makeDocNumber,
  parserVersion,
  printedName,
  textOf,
  type SectionText,
  type ValidityClause,
} from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { treeVersion } from '@/lib/gazette/ast';
import type { Prisma } from '@/lib/db/generated/client';
import { conditionCode, listGrams, periodCodes } from '@/lib/search/text/grams';
import { normalise } from '@/lib/search/text/normalise';
import { placeOf } from '@/lib/search/place';
import { listSounds } from '@/lib/search/text/sounds';
import { issuedTitleKey, titleKey } from '@/lib/search/text/title-key';
import { documentSlug } from '@/lib/addresses/slugs';
import type {
  CitationColumns,
  DocumentColumns,
  IssueColumns,
  PreparedCitation,
  PreparedClause,
  PreparedDocument,
  PreparedSource,
  SectionColumns,
} from './prepared';
import { prepareToc } from './toc-rows';

/**
 * Raised whenever the same tree gives other rows: by this file, or by lib/search and
 * lib/addresses/slugs.ts.
 */
const rowsVersion = 11;
/** The version by which rows are made. A source file with rows of another version is read again. */
export const storedVersion = `${parserVersion}.${treeVersion}.${rowsVersion}`;

/** Prepares the rows of a source text from its tree. Pure. */
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
    lastNumber: issue.lastNumber ?? null,
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
  const clauses = listValidityClauses(document);
  const matchTitle = normalise(title);
  const orderedOn =
    readDay(document.signedOn) ??
    readDay(document.publishedOn) ??
    readDay(issue?.publishedOn) ??
    firstDayOf(docNumber?.year ?? issue?.year ?? 1900);
  return {
    preferredSlug: documentSlug(document),
    columns: {
      position,
      title,
      matchTitle,
      titleGrams: [...listGrams(matchTitle), ...periodCodes(orderedOn)],
      titleSounds: listSounds(matchTitle),
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
      orderedOn,
      expiresOn: readDay(firstEnd(clauses)),
      length: textOf(document).replace(/\s/gu, '').length,
      tree: document as unknown as Prisma.InputJsonValue,
      treeVersion,
    },
    sections: texts.map((text, index) => prepareSection(text, index + 1, title, orderedOn)),
    citations: prepareCitations(texts, orderedOn),
    clauses: clauses.map(prepareClause),
  };
}

function prepareSection(
  { address, kind, partKind, marker, heading, path, text }: SectionText,
  position: number,
  title: string,
  orderedOn: Date,
): SectionColumns {
  // The title of the document is searched as a title. As the heading of its first part it would be
  // a second hit.
  const name = printedName({ kind, marker, heading });
  const ownName = kind === 'part' && titleKey(name) === titleKey(title) ? '' : normalise(name);
  const matchText = `${ownName}\n${normalise(text)}`;
  return {
    address,
    position,
    orderedOn,
    kind,
    partKind,
    marker,
    heading,
    path: path.map((step) => ({ ...step })),
    text,
    matchText,
    grams: listGrams(matchText),
    headingGrams: listGrams(ownName),
  };
}

/** Lists the codes of what a search can limit a document to. */
export function documentConditions(
  { orderedOn, agency, genre }: Pick<DocumentColumns, 'orderedOn' | 'agency' | 'genre'>,
  { documentId, municipalityId, issueId }: { documentId: number; municipalityId: number; issueId: number | null },
): number[] {
  return [
    conditionCode('document', documentId),
    ...periodCodes(new Date(orderedOn)),
    conditionCode('municipality', municipalityId),
    ...(issueId === null ? [] : [conditionCode('issue', issueId)]),
    ...(agency ? [conditionCode('agency', agency)] : []),
    ...(genre ? [conditionCode('genre', genre)] : []),
  ];
}

/** Adds the codes of its document's conditions and of its place to a section's grams. */
export function withConditions(section: SectionColumns, conditions: readonly number[]): SectionColumns {
  const codes = [...conditions, conditionCode('place', placeOf(section))];
  return {
    ...section,
    grams: withCodes(section.grams as number[], codes),
    headingGrams: withCodes(section.headingGrams as number[], codes),
  };
}

/** Inserts codes into sorted grams. */
function withCodes(grams: readonly number[], codes: readonly number[]): number[] {
  const all = [...grams];
  for (const code of codes) {
    const after = all.findIndex((gram) => gram > code);
    all.splice(after === -1 ? all.length : after, 0, code);
  }
  return all;
}

/** Gives the earliest of the last days in force that a document names, `YYYY-MM-DD`. */
const firstEnd = (clauses: readonly ValidityClause[]): string | undefined =>
  clauses
    .flatMap(({ kind, day }) => (kind === 'ends' && day !== undefined ? [day] : []))
    .sort()
    .at(0);

const prepareClause = ({ address, day, ...clause }: ValidityClause, index: number): PreparedClause => ({
  address,
  columns: { ...clause, position: index + 1, day: readDay(day) },
});

/**
 * Prepares a row for each citation of the tree, in its order.
 *
 * Behind them is a row for each further number of a range: 示政发〔2020〕1—5号 stands once in the text
 * and means five documents.
 */
function prepareCitations(texts: SectionText[], orderedOn: Date): PreparedCitation[] {
  const nodes = listCitations(texts);
  const further = nodes.flatMap((node) => restOfRange(node.citation).map((citation) => ({ ...node, citation })));
  return [...nodes, ...further].map(({ address, citation, sentence, wordsAt }, index) => ({
    address,
    columns: { ...citationColumns(citation, sentence, wordsAt), position: index + 1, orderedOn },
  }));
}

/** Repeats a citation for each number of its range but the first. */
function restOfRange(citation: ast.Citation): ast.Citation[] {
  const { docNumber, through } = citation;
  if (!docNumber || !through) return [];
  return Array.from({ length: through.serial - docNumber.serial }, (_each, at) => ({
    ...citation,
    docNumber: makeDocNumber({ ...docNumber, serial: docNumber.serial + at + 1 }),
  }));
}

function citationColumns(
  citation: ast.Citation,
  sentence: string,
  wordsAt: number,
): Omit<CitationColumns, 'position' | 'orderedOn'> {
  const { docNumber, title } = citation;
  return {
    words: citation.value,
    sentence,
    wordsAt,
    relation: citation.relation,
    locator: citation.locator ?? null,
    aliasDefinition: citation.aliasDefinition ?? false,
    title: title ?? null,
    titleKey: docNumber ? null : titleKey(title ?? citation.value),
    docNumber: docNumber?.canonical ?? null,
    agencyCode: docNumber?.agencyCode ?? null,
    year: docNumber?.year ?? null,
    serial: docNumber?.serial ?? null,
  };
}

/** Reads a day; null where it does not exist, such as `2023-02-30`. */
function readDay(day: string | undefined): Date | null {
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

const firstDayOf = (year: number): Date => new Date(Date.UTC(year, 0, 1));
