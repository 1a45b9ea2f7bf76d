import { z } from 'zod';
import { REGISTER_TABS, registerDataUrl, registerUrl, type RegisterFilter } from '@/lib/addresses/register-params';
import { sectionPlaceUrl } from '@/lib/addresses/urls';
import type { RegisterEntry, RegisterPage } from '@/lib/db/queries/validity/register';
import type { ClauseChange } from '@/lib/validity/amendments/changes';
import type { AmendedView } from '@/lib/views/document/amended-view';
import type { FirstDay } from '@/lib/validity/first-day';
import { DAY_BASES, type Validity } from '@/lib/validity/validity';
import { documentSchema, isoDay, toDocument, toValidity, validitySchema } from './citation-data';
import type { CitationDocument } from '@/lib/db/queries/citations/citation-rows';

/**
 * The JSON of validity, at `/api/v1/documents/{municipality}/{document}/validity`, and of the
 * register, at `/api/v1/municipalities/{municipality}/validity`. Names and meanings stay within v1;
 * fields may be added.
 */

const firstDaySchema = z.object({ day: z.iso.date(), from: z.enum(DAY_BASES) }).nullable();

const operationSchema = z.object({
  kind: z.string().meta({ description: 'replaceWords, replaceClause, insert, delete, renumber …; more may come' }),
  status: z.enum(['done', 'ahead', 'open']).meta({
    description: 'Worked in; its day has not come; not worked in, and `reason` says why',
  }),
  reason: z.string().nullable(),
  day: z.iso.date().nullable(),
  sentence: z.string(),
  decision: z.object({ url: z.url(), title: z.string(), docNumber: z.string().nullable() }),
});

/** The JSON of a document's validity. */
export const validityDataSchema = z.object({
  document: documentSchema,
  validity: validitySchema,
  firstDay: firstDaySchema.meta({ description: 'First day in force by its own words, and why that day' }),
  articles: z
    .array(
      z.object({
        /** As it is called now: 第九条. */
        name: z.string(),
        kind: z.enum(['changed', 'deleted', 'added', 'open', 'ahead']).meta({
          description:
            'open: a change is not worked in, and the article stands as printed; ahead: its day has not come',
        }),
        /** The printed article; of an added one the article above it. */
        url: z.url(),
        /** What it reads now; empty where it is deleted or stands as printed. */
        lines: z.array(z.string()),
        operations: z.array(operationSchema),
      }),
    )
    .meta({ description: 'Articles that decisions change, as they read today; worked in by the portal, not official' }),
  open: z.array(operationSchema).meta({ description: 'Operations whose article nobody can tell' }),
});

/** The JSON of a document's validity. */
export type ValidityData = z.output<typeof validityDataSchema>;

/** What the data of a document's validity is made of. */
export interface ValidityParts {
  document: CitationDocument;
  validity: Validity;
  first: FirstDay | null;
  /** Null where no decision does anything. */
  amended: AmendedView | null;
}

/** Makes the JSON of a document's validity. */
export function toValidityData({ document, validity, first, amended }: ValidityParts, siteUrl: string): ValidityData {
  const { municipality, slug } = document;
  return {
    document: toDocument(document, siteUrl),
    validity: toValidity(validity, siteUrl),
    firstDay: first && { day: isoDay(first.day)!, from: first.dayFrom },
    articles: [...(amended?.clauses ?? [])].flatMap(([address, clauses]) =>
      clauses.map(({ name, kind, lines, changes }) => ({
        name,
        kind,
        url: siteUrl + sectionPlaceUrl(municipality.slug, slug, address),
        lines: [...lines],
        operations: changes.map((change) => toOperation(change, siteUrl)),
      })),
    ),
    open: (amended?.open ?? []).map((change) => toOperation(change, siteUrl)),
  };
}

const toOperation = ({ operation, status, reason }: ClauseChange, siteUrl: string) => ({
  kind: operation.kind,
  status,
  reason: reason ?? null,
  day: isoDay(operation.day),
  sentence: operation.sentence,
  decision: {
    url:
      siteUrl +
      sectionPlaceUrl(operation.decision.municipality.slug, operation.decision.slug, operation.decision.address),
    title: operation.decision.title,
    docNumber: operation.decision.docNumber,
  },
});

const countsSchema = z.record(z.enum(REGISTER_TABS), z.int());

/** The JSON of a page of a register. */
export const registerDataSchema = z.object({
  /** The page for people. */
  url: z.url(),
  counts: countsSchema.meta({ description: 'Documents of each list, with the filters' }),
  total: z.int(),
  items: z.array(
    z.object({
      document: documentSchema,
      validity: validitySchema,
      firstDay: firstDaySchema,
      lastDay: z.iso.date().nullable(),
      daysLeft: z.int().nullable(),
      /** First and last year that the title names. */
      titlePeriod: z.object({ from: z.int().nullable(), to: z.int() }).nullable(),
      /** What it rests on and is not in force any more, or is newer than it. */
      bases: z.array(z.object({ document: documentSchema, state: z.string(), sentence: z.string() })),
    }),
  ),
  next: z.url().nullable(),
});

/** The JSON of a page of a register. */
export type RegisterData = z.output<typeof registerDataSchema>;

/** Makes the JSON of a page of a register. */
export function toRegisterData(
  slug: string,
  register: RegisterPage,
  filter: RegisterFilter,
  siteUrl: string,
): RegisterData {
  const { totals, total, page, pages, entries } = register;
  return {
    url: siteUrl + registerUrl(slug, filter),
    counts: totals,
    total,
    items: entries.map((entry) => toItem(entry, siteUrl)),
    next: page < pages ? siteUrl + registerDataUrl(slug, { ...filter, page: page + 1 }) : null,
  };
}

function toItem(entry: RegisterEntry, siteUrl: string): RegisterData['items'][number] {
  const { document, validity, first, lastDay, daysLeft, titleYear, titleEndYear, staleBases } = entry;
  return {
    document: toDocument(document, siteUrl),
    validity: toValidity(validity, siteUrl),
    firstDay: first && { day: isoDay(first.day)!, from: first.dayFrom },
    lastDay: isoDay(lastDay),
    daysLeft,
    titlePeriod: titleEndYear === null ? null : { from: titleYear, to: titleEndYear },
    bases: staleBases.map((basis) => ({
      document: toDocument(basis.document, siteUrl),
      state: basis.validity.state,
      sentence: basis.sentence,
    })),
  };
}
