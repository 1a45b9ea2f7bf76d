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
 * Raised whenever the same tree gives other rows: by this file, or by lib/search and lib/slugs,
 * which it asks.
 */
const rowsVersion = 11;
/**
 * What stored rows were made by. A source file stored under another version is stored anew when it
 * is met.
 */
export const storedVersion = `${parserVersion}.${treeVersion}.${rowsVersion}`;

/**
 * Takes the tree of a source text and the municipality that it belongs to; gives the rows it
 * becomes. Pure.
 */
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
  // The title of the document is searched as a title; found again as the heading of its first part
  // it would be a second hit.
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

/**
 * Takes a document's columns and the ids that it got; gives the codes of what a search can limit it
 * to, for `withConditions`.
 */
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

/**
 * Takes a section's columns and its document's conditions; gives the columns with these and its own
 * place among the grams.
 */
export function withConditions(section: SectionColumns, conditions: readonly number[]): SectionColumns {
  const codes = [...conditions, conditionCode('place', placeOf(section))];
  return {
    ...section,
    grams: withCodes(section.grams as number[], codes),
    headingGrams: withCodes(section.headingGrams as number[], codes),
  };
}

/** Takes grams in order, and codes; gives both in order. */
function withCodes(grams: readonly number[], codes: readonly number[]): number[] {
  const all = [...grams];
  for (const code of codes) {
    const behind = all.findIndex((gram) => gram > code);
    all.splice(behind === -1 ? all.length : behind, 0, code);
  }
  return all;
}

/** The earliest of the last days in force that a document names, `YYYY-MM-DD`. */
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
 * A row for each citation node of the tree, in the order of the source; behind them a row for each
 * further number that a range names (示政发〔2020〕1—5号 stands once in the text and means five
 * documents).
 */
function prepareCitations(texts: SectionText[], orderedOn: Date): PreparedCitation[] {
  const nodes = listCitations(texts);
  const further = nodes.flatMap((found) => restOfRange(found.citation).map((citation) => ({ ...found, citation })));
  return [...nodes, ...further].map(({ address, citation, sentence, wordsAt }, index) => ({
    address,
    columns: { ...citationColumns(citation, sentence, wordsAt), position: index + 1, orderedOn },
  }));
}

/** The citation once more for every number of its range but the first. */
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

/** `2023-02-30` is no day. */
function readDay(day: string | undefined): Date | null {
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

const firstDayOf = (year: number): Date => new Date(Date.UTC(year, 0, 1));
