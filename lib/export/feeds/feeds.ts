import type { FollowedSection, PassageFate } from '@/lib/db/queries/feeds/document-feeds';
import type { FollowedEntries } from '@/lib/db/queries/feeds/entries';
import type { LapsingPlace } from '@/lib/db/queries/feeds/feeds';
import {
  agencyFeedUrl,
  docNumberFeedUrl,
  docNumberUrl,
  errataFeedUrl,
  errataUrl,
  documentFeedUrl,
  documentsFeedUrl,
  documentUrl,
  FEED_FORMATS,
  homeUrl,
  issuesFeedUrl,
  municipalityUrl,
  sectionFeedUrl,
  sectionUrl,
  type FeedFormat,
} from '@/lib/addresses/urls';
import { registerFeedUrl, registerUrl } from '@/lib/addresses/register-params';
import { searchUrl } from '@/lib/addresses/search-params';
import { printedName } from '@/lib/gazette';
import { quoteTitle } from '@/lib/text/quote-title';
import { typesetText } from '@/lib/text/typography';
import { toFeedEntry, type EntryOptions } from './entries';
import { anchor } from './entry-texts';
import type { Feed, FeedSettings } from './feed';
import { withNotices } from './lapse-entries';

/** The municipality that a feed follows. */
interface Followed {
  slug: string;
  name: string;
}

/** The address of a feed in each format. */
export const addressesOf = (address: (format: FeedFormat) => string): Feed['addresses'] =>
  Object.fromEntries(FEED_FORMATS.map((format) => [format, address(format)])) as Feed['addresses'];

/** Makes a feed of entries. */
export const toFeed = (
  head: Pick<Feed, 'title' | 'addresses' | 'page'>,
  { entries, since }: FollowedEntries,
  { siteUrl }: FeedSettings,
  options: EntryOptions = {},
): Feed => ({
  ...head,
  updated: entries[0]?.at ?? since,
  entries: entries.map((entry) => toFeedEntry(entry, siteUrl, options)),
});

const pageOf = (municipality: Followed | null): string =>
  municipality ? municipalityUrl(municipality.slug) : homeUrl();

/** Makes the feed of all that comes to a municipality, or to all (null). */
export const makePlaceFeed = (municipality: Followed | null, followed: FollowedEntries, settings: FeedSettings): Feed =>
  toFeed(
    {
      title: `${municipality?.name ?? ''}最新收录`,
      addresses: addressesOf((format) => documentsFeedUrl(municipality?.slug, format)),
      page: pageOf(municipality),
    },
    followed,
    settings,
  );

/** Makes the feed of the issues of a municipality, or of all (null). */
export const makeIssueFeed = (municipality: Followed | null, followed: FollowedEntries, settings: FeedSettings): Feed =>
  toFeed(
    {
      title: `${municipality?.name ?? ''}政府公报各期`,
      addresses: addressesOf((format) => issuesFeedUrl(municipality?.slug, format)),
      page: pageOf(municipality),
    },
    followed,
    settings,
  );

/** Makes the feed of what gazettes of a municipality, or all (null), correct themselves. */
export const makeErrataFeed = (
  municipality: Followed | null,
  followed: FollowedEntries,
  settings: FeedSettings,
): Feed =>
  toFeed(
    {
      title: `${municipality?.name ?? ''}公报刊登的更正`,
      addresses: addressesOf((format) => errataFeedUrl(municipality?.slug, format)),
      page: errataUrl(municipality?.slug),
    },
    followed,
    settings,
  );

/** Makes the feed of the documents of a municipality that end. */
export const makeLapseFeed = ({ slug, name }: Followed, { notices, since }: LapsingPlace): Feed =>
  withNotices(
    {
      title: `${name}文件到期提醒`,
      addresses: addressesOf((format) => registerFeedUrl(slug, format)),
      page: registerUrl(slug, { tab: 'ending' }),
      updated: since,
      entries: [],
    },
    notices,
  );

/** Makes the feed of the documents that an agency signs. */
export const makeAgencyFeed = (
  { slug }: Followed,
  agency: string,
  followed: FollowedEntries,
  settings: FeedSettings,
): Feed =>
  toFeed(
    {
      title: `${agency}的文件`,
      addresses: addressesOf((format) => agencyFeedUrl(slug, agency, format)),
      page: searchUrl({ municipality: slug, agency, sort: 'newest' }),
    },
    followed,
    settings,
    { isPart: true },
  );

/** Makes the feed of what happens to a number. */
export const makeNumberFeed = (docNumber: string, followed: FollowedEntries, settings: FeedSettings): Feed =>
  toFeed(
    {
      title: `${docNumber}的动态`,
      addresses: addressesOf((format) => docNumberFeedUrl(docNumber, format)),
      page: docNumberUrl(docNumber),
    },
    followed,
    settings,
  );

/** The document that a feed follows. */
interface FollowedTitle {
  /** Slug. */
  municipality: string;
  slug: string;
  title: string;
}

/** Makes the feed of what happens to a document. */
export const makeDocumentFeed = (
  { municipality, slug, title }: FollowedTitle,
  followed: FollowedEntries,
  settings: FeedSettings,
): Feed =>
  toFeed(
    {
      title: `${quoteTitle(title)}的动态`,
      addresses: addressesOf((format) => documentFeedUrl(municipality, slug, format)),
      page: documentUrl(municipality, slug),
    },
    followed,
    settings,
  );

/** Makes the feed of what happens to a section. */
export function makeSectionFeed(address: string, followed: FollowedSection, settings: FeedSettings): Feed {
  const { municipality, slug, title } = followed.document;
  const name = printedName({ kind: 'section', ...followed.name }) || address;
  return toFeed(
    {
      title: `${quoteTitle(title)}${typesetText(name)}的动态`,
      addresses: addressesOf((format) => sectionFeedUrl(municipality, slug, address, format)),
      page: sectionUrl(municipality, slug, address),
    },
    followed,
    settings,
    {
      before: ({ changeId }) => {
        const fate = changeId === null ? undefined : followed.fates.get(changeId);
        return fate ? [`<p>${writeFate(fate, settings.siteUrl)}</p>`] : [];
      },
    },
  );
}

const FATES: Record<string, string> = {
  changed: '这一节的文字有改动。',
  below: '这一节之下的文字有改动。',
  gone: '这一节已经删去。',
};

function writeFate({ kind, to }: PassageFate, siteUrl: string): string {
  if (kind !== 'moved' || !to) return FATES[kind] ?? '这一节的内容移到了别处。';
  const target = sectionUrl(to.municipality, to.slug, to.address);
  return `这一节的内容移到了${anchor(siteUrl + target, target)}。`;
}
