import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { IssueDetail } from '@/lib/db/queries/issues/issues';
import type { PageSurroundings } from '@/lib/db/queries/documents/surroundings';
import type { DocumentLink } from '@/lib/db/queries/selects';
import { firstDayIn } from '@/lib/validity/first-day';
import { typesetText } from '@/lib/text/typography';
import { formatIssue, machineDate } from '@/lib/text/format';
import { documentUrl, issueUrl, municipalityUrl } from '@/lib/addresses/urls';
import { contradictsState } from '@/lib/validity/stated-validity';
import type { Validity, ValidityState } from '@/lib/validity/validity';
import { joinStated } from '@/lib/views/document/stated-facts';

/** A node of JSON-LD; undefined values are left out. */
export type LinkedNode = Record<string, unknown>;

/** Joins nodes to one JSON-LD object in the vocabulary of schema.org. */
export const linkedData = (...nodes: LinkedNode[]): LinkedNode => ({
  '@context': 'https://schema.org',
  '@graph': nodes,
});

/** A step of the breadcrumbs. */
interface Step {
  label: string;
  href?: string;
}

/**
 * Makes the BreadcrumbList of a page.
 * @param steps from the home page down; the page's own step has no address
 */
export const breadcrumbNode = (steps: readonly Step[], address: string, siteUrl: string): LinkedNode => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ label: '首页', href: '/' }, ...steps].map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: siteUrl + (href ?? address),
  })),
});

/** No claim where no sentence makes one. */
const legalForce: Partial<Record<ValidityState, string>> = {
  inForce: 'https://schema.org/InForce',
  amended: 'https://schema.org/InForce',
  repealed: 'https://schema.org/NotInForce',
  expired: 'https://schema.org/NotInForce',
};

const propertyNode = (name: string, value: string): LinkedNode => ({
  '@type': 'PropertyValue',
  propertyID: name,
  value,
});

/** InForce is not said against what the publisher states, in the text's block or in a manifest. */
function forceOf(document: DocumentDetail, { state }: Validity): string | undefined {
  const { value, other } = joinStated(document, document).validity;
  const isDenied = [value, other].some((words) => words !== null && contradictsState(words, state));
  return isDenied && isInForce(state) ? undefined : legalForce[state];
}

const isInForce = (state: ValidityState): boolean => state === 'inForce' || state === 'amended';

/** The day of the last change that holds; null where a change has no day. */
function lastChangeOf({ state, proof }: Validity): Date | null {
  if (state !== 'amended') return null;
  const days = proof.flatMap(({ day }) => day ?? []);
  return days.length === 0 || days.length < proof.length
    ? null
    : new Date(Math.max(...days.map((day) => day.getTime())));
}

/**
 * Makes the Legislation of a document.
 * @param changed held documents that it repeals, amends or corrects
 */
export function documentNode(
  document: DocumentDetail,
  validity: Validity | undefined,
  siteUrl: string,
  changed: readonly DocumentLink[] = [],
): LinkedNode {
  const { municipality, slug, issue, agency, docNumber, genre, signedOn, publishedOn } = document;
  const url = siteUrl + documentUrl(municipality.slug, slug);
  const published = publishedOn ?? issue?.publishedOn;
  const { indexNumber, topic } = joinStated(document, document);
  const first = firstDayIn(validity?.statements ?? []);
  const lastChange = validity && lastChangeOf(validity);
  return {
    '@type': 'Legislation',
    '@id': url,
    url,
    name: typesetText(document.title),
    legislationIdentifier: docNumber ?? undefined,
    legislationType: genre ?? undefined,
    legislationDate: signedOn ? machineDate(signedOn) : undefined,
    datePublished: published ? machineDate(published) : undefined,
    legislationDateVersion: lastChange ? machineDate(lastChange) : undefined,
    legislationDateOfApplicability: first ? machineDate(first.day) : undefined,
    legislationLegalForce: validity && forceOf(document, validity),
    legislationChanges: changed.map((each) => ({
      '@type': 'Legislation',
      '@id': siteUrl + documentUrl(each.municipality.slug, each.slug),
      name: typesetText(each.title),
      legislationIdentifier: each.docNumber ?? undefined,
    })),
    legislationPassedBy: agency ? { '@type': 'GovernmentOrganization', name: agency } : undefined,
    legislationJurisdiction: { '@type': 'AdministrativeArea', name: municipality.name },
    about: topic.value ?? undefined,
    keywords: document.keywords ?? undefined,
    abstract: document.summary ?? undefined,
    identifier: [
      ...(indexNumber.value === null ? [] : [propertyNode('索引号', indexNumber.value)]),
      ...(document.registration === null ? [] : [propertyNode('统一编号', document.registration)]),
    ],
    inLanguage: 'zh-CN',
    isPartOf: issue ? { '@id': siteUrl + issueUrl(municipality.slug, issue) } : undefined,
  };
}

/** Makes the PublicationIssue of an issue, with its documents. */
export function issueNode(issue: IssueDetail, siteUrl: string): LinkedNode {
  const { municipality, year, publishedOn, publisher, tocGroups } = issue;
  const url = siteUrl + issueUrl(municipality.slug, issue);
  const documents = tocGroups.flatMap(({ entries }) => entries.flatMap(({ document }) => document ?? []));
  return {
    '@type': 'PublicationIssue',
    '@id': url,
    url,
    name: `${municipality.name}人民政府公报${formatIssue(issue)}`,
    issueNumber: issue.edition || String(issue.number),
    datePublished: publishedOn ? machineDate(publishedOn) : String(year),
    publisher: publisher ? { '@type': 'GovernmentOrganization', name: publisher } : undefined,
    inLanguage: 'zh-CN',
    isPartOf: {
      '@type': 'Periodical',
      name: `${municipality.name}人民政府公报`,
      url: siteUrl + municipalityUrl(municipality.slug),
    },
    hasPart: documents.map(({ slug, title }) => ({
      '@type': 'Legislation',
      '@id': siteUrl + documentUrl(municipality.slug, slug),
      name: typesetText(title),
    })),
  };
}

/** Prints JSON-LD for a script element, where `<` has to be escaped. */
export const printLinkedData = (data: LinkedNode): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/**
 * Prints the linked data of a document's page: the document, and the steps down to it.
 * @returns JSON for a script element
 */
export const printDocumentData = (
  document: DocumentDetail,
  { validities, changed }: Pick<PageSurroundings, 'validities' | 'changed'>,
  crumbs: readonly Step[],
  siteUrl: string,
): string =>
  printLinkedData(
    linkedData(
      documentNode(document, validities.held.get(document.id), siteUrl, changed),
      breadcrumbNode(crumbs, documentUrl(document.municipality.slug, document.slug), siteUrl),
    ),
  );
