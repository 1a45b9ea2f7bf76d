import type { FollowedDocument, FollowedIssue, FollowedMention } from '@/lib/db/queries/portal/feeds';
import { printedName } from '@/lib/gazette';
import { typesetText } from '@/lib/text/typography';
import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import {
  docNumberFeedUrl,
  docNumberUrl,
  documentsFeedUrl,
  documentUrl,
  homeUrl,
  issuesFeedUrl,
  issueUrl,
  municipalityUrl,
  sectionPlaceUrl,
} from '@/lib/addresses/urls';
import { midnightOf, printFeed, type FeedSettings } from './atom';
import { escapeXml } from '@/lib/export/xml';

/** The municipality that a feed follows. */
interface Followed {
  slug: string;
  name: string;
}

/**
 * Prints the feed of a municipality's documents, or of all (null).
 * @param documents newest first
 */
export function printDocumentFeed(
  municipality: Followed | null,
  documents: readonly FollowedDocument[],
  settings: FeedSettings,
): string {
  const feed = {
    title: `${municipality?.name ?? ''}最新文件`,
    address: documentsFeedUrl(municipality?.slug),
    page: municipality ? municipalityUrl(municipality.slug) : homeUrl(),
  };
  const entries = documents.map((document) => ({
    link: documentUrl(document.municipality.slug, document.slug),
    title: typesetText(document.title),
    date: midnightOf(document.signedOn ?? document.orderedOn),
    author: document.agency ?? document.municipality.name,
    summary: paragraph([
      document.docNumber,
      document.agency ?? document.municipality.name,
      document.signedOn && formatDate(document.signedOn),
      document.issue ? formatIssue(document.issue) : '单行文件',
    ]),
  }));
  return printFeed(feed, entries, settings);
}

/**
 * Prints the feed of a municipality's issues, or of all (null).
 * @param issues newest first
 */
export function printIssueFeed(
  municipality: Followed | null,
  issues: readonly FollowedIssue[],
  settings: FeedSettings,
): string {
  const feed = {
    title: `${municipality?.name ?? ''}政府公报各期`,
    address: issuesFeedUrl(municipality?.slug),
    page: municipality ? municipalityUrl(municipality.slug) : homeUrl(),
  };
  const entries = issues.map((issue) => ({
    link: issueUrl(issue.municipality.slug, issue.year, issue.number),
    title: `${issue.municipality.name}人民政府公报${formatIssue(issue)}`,
    date: midnightOf(issue.publishedOn ?? issue.orderedOn),
    author: issue.publisher ?? issue.municipality.name,
    summary: [
      paragraph([
        issue.totalNumber === null ? null : formatTotal(issue.totalNumber),
        `${issue.documents.length} 件文件`,
        issue.publishedOn && `${formatDate(issue.publishedOn)}刊登`,
      ]),
      `<ol>${issue.documents
        .map(
          ({ title, docNumber }) =>
            `<li>${escapeXml(typesetText(title))}${docNumber ? `（${escapeXml(docNumber)}）` : ''}</li>`,
        )
        .join('')}</ol>`,
    ].join('\n'),
  }));
  return printFeed(feed, entries, settings);
}

/**
 * Prints the feed of documents that cite a number.
 * @param mentions newest first
 */
export function printMentionFeed(
  docNumber: string,
  mentions: readonly FollowedMention[],
  settings: FeedSettings,
): string {
  const feed = {
    title: `谁引用了${docNumber}`,
    address: docNumberFeedUrl(docNumber),
    page: docNumberUrl(docNumber),
  };
  const entries = mentions.map(({ document, section, sentence, words, wordsAt }) => ({
    link: sectionPlaceUrl(document.municipality.slug, document.slug, section.address),
    title: `${typesetText(document.title)}　${typesetText(printedName(section))}`,
    date: midnightOf(document.signedOn ?? document.orderedOn),
    author: document.agency ?? document.municipality.name,
    summary: `<p>${escapeXml(typesetText(sentence.slice(0, wordsAt)))}<mark>${escapeXml(words)}</mark>${escapeXml(typesetText(sentence.slice(wordsAt + words.length)))}</p>`,
  }));
  // A section that cites twice is one entry.
  const byLink = new Map(entries.map((entry) => [entry.link, entry]));
  return printFeed(feed, [...byLink.values()], settings);
}

const paragraph = (facts: readonly (string | null)[]): string =>
  `<p>${escapeXml(facts.filter(Boolean).join('　'))}</p>`;
