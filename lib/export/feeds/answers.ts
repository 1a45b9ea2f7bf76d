import type { listDocumentEntries, listSectionEntries } from '@/lib/db/queries/feeds/document-feeds';
import type {
  listAgencyEntries,
  listErrataEntries,
  listLapseNotices,
  listNewestEntries,
  listNewestIssueEntries,
  listNumberEntries,
} from '@/lib/db/queries/feeds/feeds';
import { decodeSegment } from '@/lib/addresses/route-params';
import type { FeedFormat } from '@/lib/addresses/urls';
import { readDocNumber } from '@/lib/gazette';
import type { FeedSettings } from './feed';
import {
  makeAgencyFeed,
  makeDocumentFeed,
  makeErrataFeed,
  makeIssueFeed,
  makeLapseFeed,
  makeNumberFeed,
  makePlaceFeed,
  makeSectionFeed,
} from './feeds';
import { withNotices } from './lapse-entries';
import { respondWithFeed } from './respond';

// What every feed answers. The routes name the format, the settings and what lists the entries, and
// pass their parameters on.

/** The context of a route with parameters. */
export interface FeedContext<Name extends string> {
  params: Promise<Record<Name, string>>;
}

async function read<Name extends string>({ params }: FeedContext<Name>): Promise<Record<Name, string>> {
  const segments = Object.entries<string>(await params).map(([name, segment]) => [name, decodeSegment(segment)]);
  return Object.fromEntries(segments) as Record<Name, string>;
}

/** Answers with what came last: to all municipalities without a context. */
export const answerPlace = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listNewestEntries,
  context?: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const slug = context ? (await read(context)).municipality : null;
    const followed = await list(slug);
    return followed && makePlaceFeed(slug === null ? null : { slug, name: followed.name }, followed, settings);
  });

/** Answers with the issues that came last: of all municipalities without a context. */
export const answerIssues = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listNewestIssueEntries,
  context?: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const slug = context ? (await read(context)).municipality : null;
    const followed = await list(slug);
    return followed && makeIssueFeed(slug === null ? null : { slug, name: followed.name }, followed, settings);
  });

/** Answers with what gazettes correct themselves: all of them without a context. */
export const answerErrata = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listErrataEntries,
  context?: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const slug = context ? (await read(context)).municipality : null;
    const followed = await list(slug);
    return followed && makeErrataFeed(slug === null ? null : { slug, name: followed.name }, followed, settings);
  });

/** Answers with the documents of a municipality that end soon, or have ended. */
export const answerLapses = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listLapseNotices,
  context: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const { municipality: slug } = await read(context);
    const lapsing = await list(slug);
    return lapsing && makeLapseFeed({ slug, name: lapsing.name }, lapsing);
  });

/** Characters of a number, and of the agencies that sign together. */
const LENGTH = { number: 100, name: 300 };

/** Gives a text of the address; empty where there is none. */
const readText = (request: Request, name: keyof typeof LENGTH): string =>
  (new URL(request.url).searchParams.get(name) ?? '').replaceAll('\0', '').trim().slice(0, LENGTH[name]);

/** Answers with what came last of an agency. One that has signed nothing yet has an empty feed. */
export const answerAgency = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listAgencyEntries,
  request: Request,
  context: FeedContext<'municipality'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const agency = readText(request, 'name');
    if (agency === '') return null;
    const { municipality: slug } = await read(context);
    const followed = await list(slug, agency);
    return followed && makeAgencyFeed({ slug, name: followed.name }, agency, followed, settings);
  });

/**
 * Answers with what happens to a number, given in any spelling.
 * One of which nothing is known yet has an empty feed.
 */
export const answerNumber = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listNumberEntries,
  request: Request,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const canonical = readDocNumber(readText(request, 'number'))?.canonical;
    return canonical === undefined ? null : makeNumberFeed(canonical, await list(canonical), settings);
  });

/** Answers with what happens to a document, held or not any more. */
export const answerDocument = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listDocumentEntries,
  context: FeedContext<'municipality' | 'document'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const { municipality, document } = await read(context);
    const followed = await list(municipality, document);
    return followed && withNotices(makeDocumentFeed(followed.document, followed, settings), followed.notices);
  });

/** Answers with what happens to a section. */
export const answerSection = (
  format: FeedFormat,
  settings: FeedSettings,
  list: typeof listSectionEntries,
  context: FeedContext<'municipality' | 'document' | 'section'>,
): Promise<Response> =>
  respondWithFeed(format, settings, async () => {
    const { municipality, document, section } = await read(context);
    const followed = await list(municipality, document, section);
    return followed && makeSectionFeed(section, followed, settings);
  });
