import { decodeSegment } from '@/lib/addresses/route-params';
import type { FeedFormat } from '@/lib/addresses/urls';
import { listDocumentEntries, listSectionEntries } from '@/lib/db/queries/feeds/document-feeds';
import {
  listAgencyEntries,
  listArrivals,
  listNewestEntries,
  listNewestIssueEntries,
  listNumberEntries,
} from '@/lib/db/queries/feeds/feeds';
import { engine } from '@/lib/db/search';
import {
  makeAgencyFeed,
  makeDocumentFeed,
  makeIssueFeed,
  makeNumberFeed,
  makePlaceFeed,
  makeSectionFeed,
} from '@/lib/export/feeds/feeds';
import { respondWithFeed } from '@/lib/export/feeds/respond';
import { respondWithSearchFeed } from '@/lib/export/site/responses';
import { readDocNumber } from '@/lib/gazette';
import { siteSettings } from '@/lib/settings/env';

// What every feed answers; the routes name the format and pass their parameters on.

/** The context of a route below a municipality. */
export interface FeedContext<Name extends string> {
  params: Promise<Record<Name, string>>;
}

const read = async <Name extends string>({ params }: FeedContext<Name>): Promise<Record<Name, string>> => {
  const segments = Object.entries<string>(await params).map(([name, segment]) => [name, decodeSegment(segment)]);
  return Object.fromEntries(segments) as Record<Name, string>;
};

/** What came last, everywhere. */
export const answerAll = (format: FeedFormat): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const followed = await listNewestEntries(null);
    return followed && makePlaceFeed(null, followed, settings);
  });

/** What came last to a municipality. */
export const answerPlace = (format: FeedFormat, context: FeedContext<'municipality'>): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const { municipality: slug } = await read(context);
    const followed = await listNewestEntries(slug);
    return followed && makePlaceFeed({ slug, name: followed.name }, followed, settings);
  });

/** The issues that came last, everywhere. */
export const answerAllIssues = (format: FeedFormat): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const followed = await listNewestIssueEntries(null);
    return followed && makeIssueFeed(null, followed, settings);
  });

/** The issues of a municipality that came last. */
export const answerIssues = (format: FeedFormat, context: FeedContext<'municipality'>): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const { municipality: slug } = await read(context);
    const followed = await listNewestIssueEntries(slug);
    return followed && makeIssueFeed({ slug, name: followed.name }, followed, settings);
  });

/** Characters of a number, and of the agencies that sign together. */
const LENGTH = { number: 100, name: 300 };

/** Gives a text of the address; empty where there is none. */
const readText = (request: Request, name: keyof typeof LENGTH): string =>
  (new URL(request.url).searchParams.get(name) ?? '').replaceAll('\0', '').trim().slice(0, LENGTH[name]);

/** What came last of an agency. One that has signed nothing yet has an empty feed. */
export const answerAgency = (
  format: FeedFormat,
  request: Request,
  context: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const agency = readText(request, 'name');
    if (agency === '') return null;
    const { municipality: slug } = await read(context);
    const followed = await listAgencyEntries(slug, agency);
    return followed && makeAgencyFeed({ slug, name: followed.name }, agency, followed, settings);
  });

/**
 * What happens to a number, given in any spelling.
 * One of which nothing is known yet has an empty feed.
 */
export const answerNumber = (format: FeedFormat, request: Request): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const canonical = readDocNumber(readText(request, 'number'))?.canonical;
    return canonical === undefined ? null : makeNumberFeed(canonical, await listNumberEntries(canonical), settings);
  });

/** What happens to a document, held or not any more. */
export const answerDocument = (
  format: FeedFormat,
  context: FeedContext<'municipality' | 'document'>,
): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const { municipality, document } = await read(context);
    const followed = await listDocumentEntries(municipality, document);
    return followed && makeDocumentFeed(followed.document, followed, settings);
  });

/** What happens to a section. */
export const answerSection = (
  format: FeedFormat,
  context: FeedContext<'municipality' | 'document' | 'section'>,
): Promise<Response> =>
  respondWithFeed(format, siteSettings(), async (settings) => {
    const { municipality, document, section } = await read(context);
    const followed = await listSectionEntries(municipality, document, section);
    return followed && makeSectionFeed(section, followed, settings);
  });

/** What a search finds, by the day on which it came. */
export const answerSearch = (format: FeedFormat, request: Request): Promise<Response> =>
  respondWithSearchFeed(engine, request, siteSettings(), { format, listArrivals });
