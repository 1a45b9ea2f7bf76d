import {
  listAmendments,
  listDefinedWords,
  listParagraphAddresses,
  listSectionTexts,
  listValidityClauses,
  parserVersion,
  printedName,
  textOf,
  type AmendmentOperation,
  type SectionText,
  type ValidityClause,
} from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { treeVersion } from '@/lib/gazette/ast';
import type { Prisma } from '@/lib/db/generated/client';
import type { PlacedFact } from '@/lib/key-facts/facts';
import { listKeyFacts } from '@/lib/key-facts/key-facts';
import { listSubjectKeys } from '@/lib/key-facts/subject-keys';
import { listGrams, periodCodes } from '@/lib/search/text/grams';
import { normalise } from '@/lib/search/text/normalise';
import { listSounds } from '@/lib/search/text/sounds';
import { issuedTitleKey, titleKey } from '@/lib/search/text/title-key';
import { titlePeriod } from '@/lib/validity/title-period';
import { documentSlug } from '@/lib/addresses/slugs';
import { prepareCitations } from './citation-columns';
import type {
  IssueColumns,
  PreparedClause,
  PreparedDocument,
  PreparedKeyFact,
  PreparedOperation,
  PreparedSource,
  SectionColumns,
} from './prepared';
import { portalFacts, withPortalFacts } from './portal-facts';
import { prepareToc } from './toc-rows';

/**
 * Raised whenever the same tree gives other rows: by this file, or by lib/search, lib/key-facts and
 * lib/addresses/slugs.ts.
 */
const rowsVersion = 16;
/** The version by which rows are made. A source file with rows of another version is read again. */
export const storedVersion = `${parserVersion}.${treeVersion}.${rowsVersion}`;

/** Prepares the rows of a source text from its tree. Pure. */
export function prepareRows(tree: ast.Gazette, municipality: string): PreparedSource {
  const issue = tree.issue ? prepareIssue(tree.issue, tree) : null;
  const facts = portalFacts(tree);
  const documents = listDocuments(tree).map((document, index) => {
    const prepared = prepareDocument(document, index + 1, tree.issue);
    return { ...prepared, columns: withPortalFacts(prepared.columns, facts) };
  });
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
    edition: issue.edition ?? '',
    totalNumber: issue.totalNumber ?? null,
    title: issue.title,
    publisher: issue.publisher ?? null,
    publishedOn: readDay(issue.publishedOn),
    orderedOn: readDay(issue.publishedOn) ?? readDay(lastSigned) ?? firstDayOf(issue.year),
  };
}

/** Prepares the rows of one document, without what stands above its text. Pure. */
export function prepareDocument(
  document: ast.Document,
  position: number,
  issue: Pick<ast.Issue, 'publishedOn' | 'year'> | undefined,
): PreparedDocument {
  const { docNumber, title } = document;
  const texts = listSectionTexts(document);
  const clauses = listValidityClauses(document);
  const paragraphs = listParagraphAddresses(document);
  const period = titlePeriod(title);
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
      definedWords: Object.fromEntries(
        [...listDefinedWords(document)].map(([short, name]) => [normalise(short), normalise(name)]),
      ),
      titleYear: period?.from ?? null,
      titleEndYear: period?.to ?? null,
      length: textOf(document).replace(/\s/gu, '').length,
      tree: document as unknown as Prisma.InputJsonValue,
      treeVersion,
    },
    sections: texts.map((text, index) => ({
      ...prepareSection(text, index + 1, title, orderedOn),
      paragraphs: paragraphs.get(text.address)?.map((each) => ({ ...each })) ?? null,
    })),
    citations: prepareCitations(texts, title, orderedOn),
    clauses: clauses.map(prepareClause),
    operations: listAmendments(document).map(prepareOperation),
    keyFacts: listKeyFacts(document).map(prepareKeyFact),
  };
}

function prepareSection(
  { address, kind, partKind, marker, heading, path, text }: SectionText,
  position: number,
  title: string,
  orderedOn: Date,
): Omit<SectionColumns, 'paragraphs'> {
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

/** Gives the earliest of the last days in force that a document names, `YYYY-MM-DD`. */
const firstEnd = (clauses: readonly ValidityClause[]): string | undefined =>
  clauses
    .flatMap(({ kind, day }) => (kind === 'ends' && day !== undefined ? [day] : []))
    .sort()
    .at(0);

const prepareClause = ({ address, day, countedFrom, ...clause }: ValidityClause, index: number): PreparedClause => ({
  address,
  columns: { ...clause, position: index + 1, day: readDay(day), countedFrom: countedFrom ?? null },
});

const prepareOperation = (
  { address, citation, sentence, ...operation }: AmendmentOperation,
  index: number,
): PreparedOperation => ({
  address,
  columns: {
    position: index + 1,
    citationPosition: citation,
    sentence,
    operation: { ...operation },
  },
});

const prepareKeyFact = (found: PlacedFact, index: number): PreparedKeyFact => {
  const { kind, subject, sentence, address, section, ...fact } = found;
  return {
    address: section,
    columns: { position: index + 1, address, kind, subject, sentence, subjectKeys: listSubjectKeys(found), fact },
  };
};

/** Reads a day; null where it does not exist, such as `2023-02-30`. */
function readDay(day: string | undefined): Date | null {
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

const firstDayOf = (year: number): Date => new Date(Date.UTC(year, 0, 1));
