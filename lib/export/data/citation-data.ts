import { z } from 'zod';
import { citationsDataUrl, docNumberUrl, documentUrl, numberDataUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type {
  CitationPage,
  CitationDocument,
  IncomingRow,
  MentionRow,
  NumberRows,
  OutgoingRow,
} from '@/lib/db/queries/citations/citation-rows';
import type { StatedColumns } from '@/lib/views/document/stated-facts';
import { printedName } from '@/lib/gazette';
import { RELATIONS, type DocNumber } from '@/lib/gazette/ast';
import { TARGET_STATES, targetState } from '@/lib/views/document/target-state';
import {
  DAY_BASES,
  STATEMENT_KINDS,
  VALIDITY_STATES,
  type Validity,
  type ValidityStatement,
} from '@/lib/validity/validity';

/**
 * The JSON of citations, at `/api/v1/documents/{municipality}/{document}/citations` and
 * `/api/v1/wenhao/{number}`. Names and meanings stay within v1; fields may be added. `words` begin
 * in `sentence` at `wordsAt` (UTF-16 units). All addresses are absolute.
 */

/** A document, in data. */
export const documentSchema = z.object({
  url: z.url(),
  title: z.string(),
  docNumber: z.string().nullable(),
  agency: z.string().nullable(),
  signedOn: z.iso.date().nullable(),
  municipality: z.object({ slug: z.string(), name: z.string(), sample: z.boolean() }),
});
/** What a publisher states of a document: in the words of the text, or of a manifest beside it. */
const statedSchema = z.object({
  /** 索引号 */
  indexNumber: z.string().nullable(),
  /** 主题分类 */
  topic: z.string().nullable(),
  /** 有效性, as the publisher says; `validity` of the answer is what sentences prove. */
  validity: z.string().nullable(),
  /** 发布日期 */
  publishedOn: z.iso.date().nullable(),
  /** Page that it was taken from. */
  url: z.url().nullable(),
});
/** What only the block of keys above a text states. */
const blockSchema = statedSchema.extend({
  /** 统一编号 */
  registration: z.string().nullable(),
  /** 发布机构 */
  agency: z.string().nullable(),
  /** 成文日期 */
  signedOn: z.iso.date().nullable(),
  /** 施行日期 */
  startsOn: z.iso.date().nullable(),
  /** 废止日期 */
  endsOn: z.iso.date().nullable(),
  /** 主题词 */
  keywords: z.string().nullable(),
  /** 内容概述 */
  summary: z.string().nullable(),
});
const stateSchema = z.enum(VALIDITY_STATES);
const statementSchema = z.object({
  kind: z.enum(STATEMENT_KINDS),
  day: z.iso.date().nullable(),
  /** Why it holds from that day; null where no day is known, or no sentence gives it. */
  dayFrom: z.enum(DAY_BASES).nullable(),
  /** Of `extends`: the last day in force that follows from the sentence. */
  until: z.iso.date().nullable(),
  sentence: z.string(),
  words: z.string(),
  wordsAt: z.int(),
  /** Place of the statement; null for an editorial correction, which has a source. */
  place: z
    .object({ url: z.url(), title: z.string(), docNumber: z.string().nullable(), address: z.string() })
    .nullable(),
  source: z.string().nullable(),
});
/** The validity of a document, in data. */
export const validitySchema = z.object({
  state: stateSchema,
  /** The sentences that prove the state. */
  proof: z.array(statementSchema),
  statements: z.array(statementSchema),
});
const mentionSchema = z.object({
  words: z.string(),
  sentence: z.string(),
  wordsAt: z.int(),
  relation: z.enum(RELATIONS),
  /** The part of the cited document that is meant, as printed. */
  locator: z.string().nullable(),
  title: z.string().nullable(),
  /** The section that contains it. */
  section: z.object({ url: z.url(), address: z.string(), heading: z.string() }),
});
const outgoingSchema = mentionSchema.extend({
  docNumber: z.string().nullable(),
  aliasDefinition: z.boolean(),
  /**
   * What the portal holds of it: `several` documents that fit are a choice on the number's page.
   */
  target: z.object({
    state: z.enum(TARGET_STATES),
    /**
     * The document, with the section that is meant; else the page of the number; null for a title
     * that leads nowhere.
     */
    url: z.url().nullable(),
    document: documentSchema.nullable(),
    validity: stateSchema,
  }),
});
const incomingSchema = mentionSchema.extend({ document: documentSchema });
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ total: z.int(), items: z.array(item), next: z.url().nullable() });

/** The JSON of a document's citations. */
export const citationsDataSchema = z.object({
  document: documentSchema.extend({
    stated: z.object({ text: blockSchema.nullable(), manifest: statedSchema.nullable() }),
  }),
  validity: validitySchema,
  citations: listOf(outgoingSchema),
  citedBy: listOf(incomingSchema),
});

/** The JSON of a document's citations. */
export type CitationsData = z.output<typeof citationsDataSchema>;

/** The JSON of a number. */
export const numberDataSchema = z.object({
  /** Page of the number. */
  url: z.url(),
  number: z.object({
    canonical: z.string(),
    form: z.enum(['bracketed', 'order', 'announcement'] satisfies DocNumber['form'][]),
    agencyCode: z.string(),
    year: z.int().nullable(),
    serial: z.int(),
  }),
  /** Documents with this number: none, one, or several where numbers clash. */
  held: z.array(documentSchema),
  /** Titles that it is cited with, the most frequent first. */
  titles: z.array(z.object({ title: z.string(), count: z.int() })),
  citedBy: listOf(incomingSchema),
  /** Numbers that differ by one slip and are held or cited. */
  near: z.array(z.object({ url: z.url(), docNumber: z.string(), title: z.string().nullable(), held: z.boolean() })),
  /** Documents that were held under it until it was corrected; `until` is that moment. */
  formerly: z.array(
    z.object({ url: z.url(), docNumber: z.string().nullable(), title: z.string(), until: z.iso.datetime() }),
  ),
  validity: validitySchema,
});

/** The JSON of a number. */
export type NumberData = z.output<typeof numberDataSchema>;

/** Makes the JSON of a document's citations from its rows. */
export function toCitationsData(
  document: CitationDocument & StatedColumns,
  validity: Validity,
  citations: CitationPage<OutgoingRow>,
  citedBy: CitationPage<IncomingRow>,
  siteUrl: string,
): CitationsData {
  const { municipality, slug } = document;
  const at = (page: number, citedPage: number) => siteUrl + citationsDataUrl(municipality.slug, slug, page, citedPage);
  return {
    document: { ...toDocument(document, siteUrl), stated: toStated(document) },
    validity: toValidity(validity, siteUrl),
    citations: {
      total: citations.total,
      items: citations.rows.map((row) => ({
        ...toMention(row, document, siteUrl),
        docNumber: row.docNumber,
        aliasDefinition: row.aliasDefinition,
        target: toTarget(row, siteUrl),
      })),
      next: citations.page < citations.pages ? at(citations.page + 1, citedBy.page) : null,
    },
    citedBy: {
      ...toIncoming(citedBy, siteUrl),
      next: citedBy.page < citedBy.pages ? at(citations.page, citedBy.page + 1) : null,
    },
  };
}

/** Makes the JSON of a number from its rows. */
export function toNumberData(
  { number, held, titles, citedBy, near, formers, validity }: NumberRows,
  siteUrl: string,
): NumberData {
  return {
    url: siteUrl + docNumberUrl(number.canonical),
    number,
    held: held.map((document) => toDocument(document, siteUrl)),
    titles,
    citedBy: {
      ...toIncoming(citedBy, siteUrl),
      next: citedBy.page < citedBy.pages ? siteUrl + numberDataUrl(number.canonical, citedBy.page + 1) : null,
    },
    near: near.map((each) => ({ url: siteUrl + docNumberUrl(each.docNumber), ...each })),
    formerly: formers.map(({ until, document }) => ({
      url: siteUrl + documentUrl(document.municipality, document.slug),
      docNumber: document.docNumber,
      title: document.title,
      until: until.toISOString(),
    })),
    validity: toValidity(validity, siteUrl),
  };
}

/** Both as they are: which one is right is not ours to say. */
function toStated(columns: StatedColumns) {
  const { indexNumber, registration, topic, keywords, summary, manifestRows } = columns;
  const [row] = manifestRows;
  const own = {
    ...{ indexNumber, registration, topic, keywords, summary },
    agency: columns.statedAgency,
    validity: columns.statedValidity,
    signedOn: isoDay(columns.statedSignedOn),
    publishedOn: isoDay(columns.publishedOn),
    startsOn: isoDay(columns.statedStartsOn),
    endsOn: isoDay(columns.statedEndsOn),
    url: null,
  };
  const hasOwn = Object.values(own).some((value) => value !== null);
  return { text: hasOwn ? own : null, manifest: row ? { ...row, publishedOn: isoDay(row.publishedOn) } : null };
}

/** `2023-07-01` */
export const isoDay = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;

/** Makes the data of a document. */
export const toDocument = (
  { slug, title, docNumber, agency, signedOn, municipality }: CitationDocument,
  siteUrl: string,
) => ({
  url: siteUrl + documentUrl(municipality.slug, slug),
  title,
  docNumber,
  agency,
  signedOn: isoDay(signedOn),
  municipality: { slug: municipality.slug, name: municipality.name, sample: municipality.sample },
});

const toMention = (
  { words, sentence, wordsAt, relation, locator, title, section: { address, ...name } }: MentionRow,
  { municipality, slug }: CitationDocument,
  siteUrl: string,
) => ({
  words,
  sentence,
  wordsAt,
  relation,
  locator,
  title,
  section: { url: siteUrl + sectionPlaceUrl(municipality.slug, slug, address), address, heading: printedName(name) },
});

const toIncoming = ({ total, rows }: CitationPage<IncomingRow>, siteUrl: string) => ({
  total,
  items: rows.map((row) => ({ ...toMention(row, row.document, siteUrl), document: toDocument(row.document, siteUrl) })),
});

function toTarget({ target, targetAddress, candidates, docNumber, validity }: OutgoingRow, siteUrl: string) {
  const place = target && ([target.municipality.slug, target.slug] as const);
  const href = place
    ? targetAddress === null
      ? documentUrl(...place)
      : sectionPlaceUrl(...place, targetAddress)
    : docNumber === null
      ? null
      : docNumberUrl(docNumber);
  return {
    state: targetState(candidates),
    url: href === null ? null : siteUrl + href,
    document: target && toDocument(target, siteUrl),
    validity: validity.state,
  };
}

/** Makes the data of a validity. */
export const toValidity = ({ state, proof, statements }: Validity, siteUrl: string) => ({
  state,
  proof: proof.map((statement) => toStatement(statement, siteUrl)),
  statements: statements.map((statement) => toStatement(statement, siteUrl)),
});

const toStatement = (
  { kind, day, dayFrom, until, sentence, words, wordsAt, place, source }: ValidityStatement,
  siteUrl: string,
) => ({
  kind,
  day: isoDay(day),
  dayFrom: dayFrom ?? null,
  until: isoDay(until ?? null),
  sentence,
  words,
  wordsAt,
  place: place && {
    url: siteUrl + sectionPlaceUrl(place.municipality.slug, place.slug, place.address),
    title: place.title,
    docNumber: place.docNumber,
    address: place.address,
  },
  source,
});
