import { z } from 'zod';
import {
  PLACES,
  SORTS,
  type FoundDocument,
  type HitDocument,
  type HitPlace,
  type SearchAnswer,
} from '@/lib/search/engine';
import { VALIDITY_STATES } from '@/lib/validity/validity';
import {
  changeFilter,
  conditionsOf,
  continueFilter,
  listOff,
  searchDataUrl,
  searchUrl,
  type SearchFilter,
} from '@/lib/addresses/search-params';
import { documentUrl, sectionPlaceUrl, type MarkedWords } from '@/lib/addresses/urls';
import { printedName } from '@/lib/gazette';
import { addressOf, type ResolvedReference } from '@/lib/references/resolved';
import type { Understanding } from '@/lib/references/understanding';

/**
 * The JSON of a search: `/api/v1/search?…` takes what `/search?…` takes. Names and meanings stay
 * within v1; fields may be added. Marks are ranges in UTF-16 units, half open. All addresses are
 * absolute.
 */

const marksSchema = z.array(z.object({ start: z.int().min(0), end: z.int().min(0) }));
const documentSchema = z.object({
  url: z.url(),
  title: z.string(),
  docNumber: z.string().nullable(),
  genre: z.string().nullable(),
  agency: z.string().nullable(),
  signedOn: z.iso.date().nullable(),
  municipality: z.object({ slug: z.string(), name: z.string(), sample: z.boolean() }),
  /** `lastNumber` where it has several numbers (合刊). */
  issue: z
    .object({ year: z.int(), number: z.int(), lastNumber: z.int().nullable(), edition: z.string().optional() })
    .nullable(),
  validity: z.enum(VALIDITY_STATES),
  /** 主题分类 and 索引号, as the publisher states them. */
  topic: z.string().nullable(),
  indexNumber: z.string().nullable(),
});
const placeSchema = z.object({
  url: z.url(),
  address: z.string(),
  kind: z.string(),
  partKind: z.string(),
  /** Marker and heading: 一、总体要求 */
  heading: z.string(),
  path: z.array(z.object({ address: z.string(), heading: z.string() })),
});
const sectionSchema = placeSchema.extend({
  headingMarks: marksSchema,
  snippet: z.object({ text: z.string(), marks: marksSchema, cutBefore: z.boolean(), cutAfter: z.boolean() }),
});
const foundSchema = documentSchema.extend({
  titleMarks: marksSchema,
  sectionCount: z.int(),
  /** The best ones. */
  sections: z.array(sectionSchema),
  /** Some further ones, without a snippet. */
  more: z.array(placeSchema),
});
const facetSchema = z.array(z.object({ value: z.string(), label: z.string(), documents: z.int() }));

/** The JSON of a page of a search. */
export const searchDataSchema = z.object({
  query: z.object({
    q: z.string(),
    exact: z.boolean(),
    off: z.array(z.string()),
    conditions: z.record(z.string(), z.string()),
    sort: z.enum(SORTS),
    page: z.int(),
  }),
  /** What the text refers to: documents and sections, numbers that are not held, pages. */
  references: z.array(
    z.object({
      kind: z.enum(['place', 'several', 'offered', 'absent', 'page']),
      words: z.string(),
      /** Where it leads; null where there is a choice. */
      url: z.url().nullable(),
      /** Of a number that is not held. */
      canonical: z.string().optional(),
      places: z.array(
        z.object({ url: z.url(), title: z.string(), docNumber: z.string().nullable(), section: z.string().nullable() }),
      ),
    }),
  ),
  /** Set when the words find nothing as they stand: what was searched for in their place. */
  understood: z.object({ q: z.string(), municipality: z.string().nullable(), left: z.array(z.string()) }).nullable(),
  /** The same search as a page. */
  url: z.url(),
  /** The next page; after the last one of a capped search, the search continued by date. */
  next: z.url().nullable(),
  pages: z.int(),
  /** `capped`: the figures, those of the facets too, are the least there are. */
  total: z.object({ documents: z.int(), sections: z.int(), capped: z.boolean() }),
  /** Set when `q` is a 文号: documents with this number, and nearly equal numbers. */
  number: z
    .object({ canonical: z.string().nullable(), documents: z.array(documentSchema), near: z.array(documentSchema) })
    .nullable(),
  /**
   * Whether sections of `documents` have all the words, the documents have them scattered, or they
   * cite the number.
   */
  by: z.enum(['words', 'scattered', 'citations']),
  /**
   * Other words for those of `q`. `also` were looked for too, and all figures count what they find;
   * `left` were taken off by `off` or `exact`; `related` are near and were not looked for.
   */
  others: z.array(
    z.object({
      word: z.string(),
      also: z.array(z.string()),
      left: z.array(z.string()),
      related: z.array(z.string()),
    }),
  ),
  documents: z.array(foundSchema),
  /**
   * Further documents that have the words in different places, where words were taken as meant and
   * few documents have them together. They are in no figure.
   */
  apart: z.array(foundSchema),
  facets: z.object({
    municipality: facetSchema,
    agency: facetSchema,
    genre: facetSchema,
    year: facetSchema,
    issue: facetSchema,
    /** Values: text, table, attachment. */
    place: facetSchema.refine((values) => values.every(({ value }) => (PLACES as readonly string[]).includes(value))),
    validity: facetSchema,
    topic: facetSchema,
  }),
});

/** The JSON of a page of a search. */
export type SearchData = z.output<typeof searchDataSchema>;

/** An answer, the search that it answers, and what the typed text means. */
export interface MeantAnswer {
  answer: SearchAnswer;
  /** As it was taken. */
  filter: SearchFilter;
  understood: Understanding | null;
  references: readonly ResolvedReference[];
  apart: readonly FoundDocument[];
}

/**
 * Makes the data of `/api/v1/search` from a search's answer.
 * @param filter as it was asked
 * @param meant what the text means, where that was looked for
 */
export function toSearchData(
  answer: SearchAnswer,
  filter: SearchFilter,
  siteUrl: string,
  meant: Omit<MeantAnswer, 'answer'> = { filter, understood: null, references: [], apart: [] },
): SearchData {
  const { q, sort, page } = filter;
  const { number, by, documents, total, facets, pages } = answer;
  const document = (given: HitDocument) => toDocument(given, siteUrl);
  const { filter: taken, understood, references, apart } = meant;
  const next = page < pages ? changeFilter(taken, { page: page + 1 }) : continueFilter(taken, answer.continueAt);
  return {
    query: {
      q,
      exact: filter.exact !== undefined,
      off: listOff(filter),
      conditions: { ...conditionsOf(filter) },
      sort,
      page,
    },
    references: references.map((reference) => toReference(reference, siteUrl)),
    understood: understood && {
      q: taken.q,
      municipality: taken.municipality ?? null,
      left: [...understood.left],
    },
    url: siteUrl + searchUrl(filter),
    next: next && siteUrl + searchDataUrl(next),
    pages,
    total,
    number: number && {
      canonical: number.canonical,
      documents: number.documents.map(document),
      near: number.near.map(document),
    },
    by,
    others: answer.others,
    documents: documents.map((found) => toFound(found, taken, siteUrl)),
    apart: apart.map((found) => toFound(found, taken, siteUrl)),
    facets,
  };
}

function toReference(reference: ResolvedReference, siteUrl: string): SearchData['references'][number] {
  const address = addressOf(reference);
  const { kind, words } = reference;
  const places = kind === 'place' ? [reference.place] : 'places' in reference ? reference.places : [];
  return {
    kind,
    words,
    url: address === null ? null : siteUrl + address,
    ...(kind === 'absent' && { canonical: reference.canonical }),
    places: places.map(({ document: { title, docNumber }, section, href }) => ({
      url: siteUrl + href,
      title,
      docNumber,
      section: section && section.name,
    })),
  };
}

function toDocument({ slug, signedOn, ...document }: HitDocument, siteUrl: string) {
  return {
    url: siteUrl + documentUrl(document.municipality.slug, slug),
    ...document,
    signedOn: signedOn?.toISOString().slice(0, 10) ?? null,
  };
}

function toFound(
  { document, titleMarks, sectionCount, sections, more }: FoundDocument,
  words: MarkedWords,
  siteUrl: string,
) {
  const place = ({ address, kind, partKind, path, ...name }: HitPlace) => ({
    url: siteUrl + sectionPlaceUrl(document.municipality.slug, document.slug, address, words),
    address,
    kind,
    partKind,
    heading: printedName({ kind, ...name }),
    path: path.map((step) => ({ address: step.address, heading: printedName(step) })),
  });
  return {
    ...toDocument(document, siteUrl),
    titleMarks,
    sectionCount,
    sections: sections.map((found) => ({
      ...place(found),
      headingMarks: found.headingMarks,
      snippet: found.snippet,
    })),
    more: more.map(place),
  };
}
