import { viewCitations } from './citation-views';
import { joinStated, type StatedColumns } from './stated-facts';
import type { CitationTarget, DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { IssueWithDocuments } from '@/lib/db/queries/issues/issue-with-documents';
import type { FileDocument, FileIssue, FileStatements } from '@/lib/export/files/file-document';
import { formatDate, machineDate } from '@/lib/text/format';
import { documentUrl, issueUrl, textOfDayUrl } from '@/lib/addresses/urls';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { makeWorkedInTree, withFrontNotes } from '@/lib/validity/amendments/worked-in-tree';
import type { ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { withClauseStates } from './clause-states';
import { linksOfNotes } from './worked-in-view';

type HeldDocument = Omit<IssueWithDocuments['documents'][number], 'targets' | 'sourceFile'> & {
  sourceFile: Pick<DocumentDetail['sourceFile'], 'ingestedAt'>;
};

/**
 * Makes what a file of a document is written from.
 * @param siteUrl the public origin
 */
export function toFileDocument(held: HeldDocument, targets: readonly CitationTarget[], siteUrl: string): FileDocument {
  const { tree, municipality, issue, slug } = held;
  // A file shows no state of what it cites: it is read long after it was made.
  const views = [...viewCitations(tree, targets, { held: new Map(), missing: new Map() })];
  return {
    tree,
    title: held.title,
    docNumber: held.docNumber,
    agency: held.agency,
    genre: held.genre,
    category: held.category,
    signedOn: held.signedOn && machineDate(held.signedOn),
    publishedOn: held.publishedOn && machineDate(held.publishedOn),
    stated: toStatements(held),
    orderedOn: machineDate(held.orderedOn),
    ingestedOn: machineDate(held.sourceFile.ingestedAt),
    municipality,
    issue: issue && toIssueName(issue),
    slug,
    url: siteUrl + documentUrl(municipality.slug, slug),
    links: new Map(views.flatMap(([citation, { href }]) => (href === undefined ? [] : [[citation, siteUrl + href]]))),
  };
}

function toStatements(held: StatedColumns): FileStatements {
  const { indexNumber, topic, validity, publishedOn, url } = joinStated(held, { agency: null, signedOn: null });
  const day = (date: Date | null) => date && machineDate(date);
  return {
    indexNumber: indexNumber.value,
    registration: held.registration,
    topic: topic.value,
    agency: held.statedAgency,
    signedOn: day(held.statedSignedOn),
    publishedOn: day(publishedOn.value),
    startsOn: day(held.statedStartsOn),
    endsOn: day(held.statedEndsOn),
    validity: validity.value,
    keywords: held.keywords,
    summary: held.summary,
    url,
  };
}

/** The same with a line at each clause that a decision changes. */
export function withStatesOfClauses(document: FileDocument, states: ClauseStates): FileDocument {
  if (states.size === 0) return document;
  return {
    ...document,
    tree: withClauseStates(document.tree, states),
    printed: { tree: document.tree, clauseStates: Object.fromEntries(states) },
  };
}

/** The same of its text on a day, with notes on what decisions changed. */
export function toFileOfDay(
  held: HeldDocument,
  targets: readonly CitationTarget[],
  operations: readonly DecidedOperation[],
  on: Date,
  siteUrl: string,
): FileDocument {
  const printed = toFileDocument(held, targets, siteUrl);
  const lead = `〔${formatDate(on)}起的文本，本站依已收录的修改决定整理，非正式文本。〕`;
  const made = withFrontNotes(makeWorkedInTree(held.tree, operations, on), lead);
  return {
    ...printed,
    tree: made.tree,
    textOf: machineDate(on),
    url: siteUrl + textOfDayUrl(held.municipality.slug, held.slug, machineDate(on)),
    links: new Map([...printed.links, ...linksOfNotes(made, siteUrl)]),
  };
}

/** The same of a whole issue. */
export function toFileIssue(held: IssueWithDocuments, siteUrl: string): FileIssue {
  const { municipality, publisher, documents } = held;
  return {
    ...toIssueName(held),
    municipality,
    publisher,
    url: siteUrl + issueUrl(municipality.slug, held),
    documents: documents.map(({ targets, ...document }) => toFileDocument(document, targets, siteUrl)),
  };
}

const toIssueName = ({
  year,
  number,
  lastNumber,
  edition,
  totalNumber,
  publishedOn,
}: NonNullable<HeldDocument['issue']>) => ({
  year,
  number,
  lastNumber,
  edition,
  totalNumber,
  publishedOn: publishedOn && machineDate(publishedOn),
});
