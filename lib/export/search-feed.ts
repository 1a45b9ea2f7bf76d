import { Feed } from 'feed';
import { displayText } from '@/lib/display';
import type { FoundDocument, HitDocument, SearchAnswer } from '@/lib/search/engine';
import type { Range } from '@/lib/search/normalise';
import { VALIDITY_WORDS } from '@/lib/search/words';
import { searchFeedUrl, searchUrl, type SearchFilter } from '@/lib/search-params';
import { formatDate, formatIssue } from '@/lib/format';
import { documentUrl, sectionPlaceUrl } from '@/lib/urls';
import { pathWords } from './hit-words';

export interface FeedSettings {
  /** Public origin without a slash at the end. */
  siteUrl: string;
  siteName: string;
}

/** What XML 1.0 cannot hold, not even escaped: control characters, halves of surrogate pairs, two code points that are none. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** The library writes titles and summaries as HTML inside CDATA; escaped, nothing in them can end it. */
const html = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * Takes a search and its newest page of answers; gives it as an Atom 1.0 feed: an entry per document, newest first, its best
 * sections as summary, linked with the words marked. An entry's id is the document's address, its date that of the document:
 * both stay the same from one reading to the next.
 */
export function printSearchFeed(
  answer: SearchAnswer,
  filter: SearchFilter,
  { siteUrl, siteName }: FeedSettings,
): string {
  const entries = listEntries(answer);
  const words = filter.q === '' ? '按条件检索' : `检索：${filter.q.replace(unwritable, '')}`;
  const address = `${siteUrl}${searchFeedUrl(filter)}`;
  const feed = new Feed({
    id: address,
    title: `${words} · ${siteName}`,
    author: { name: siteName },
    copyright: '以公报原件为准',
    updated: dateOf(entries[0]?.document),
    generator: 'gongbao',
    link: `${siteUrl}${searchUrl({ ...filter, sort: 'newest', page: 1 })}`,
    feedLinks: { atom: address },
  });
  for (const entry of entries) {
    const { document } = entry;
    const link = `${siteUrl}${documentUrl(document.municipality.slug, document.slug)}`;
    feed.addItem({
      id: link,
      link,
      title: html(displayText(document.title)),
      date: dateOf(document),
      author: [{ name: html(document.agency ?? document.municipality.name) }],
      description: summarise(entry, filter.q, siteUrl),
    });
  }
  return feed.atom1();
}

type Entry = Pick<FoundDocument, 'document' | 'sections' | 'sectionCount'>;

/** The documents that bear the number, if one was typed, among those that were found; newest first. */
function listEntries({ number, documents }: SearchAnswer): Entry[] {
  const addressOf = ({ municipality, slug }: HitDocument): string => documentUrl(municipality.slug, slug);
  const listed = new Set(documents.map(({ document }) => addressOf(document)));
  const bearing = (number?.documents ?? []).filter((document) => !listed.has(addressOf(document)));
  return [...documents, ...bearing.map((document) => ({ document, sections: [], sectionCount: 0 }))].sort(
    (one, other) => dateOf(other.document).getTime() - dateOf(one.document).getTime(),
  );
}

/** Midnight in China on the document's day; a document without a day is as old as its issue's year, or the oldest of all. */
function dateOf(document: HitDocument | undefined): Date {
  const day = document?.signedOn?.toISOString().slice(0, 10) ?? `${document?.issue?.year ?? 1970}-01-01`;
  return new Date(`${day}T00:00:00+08:00`);
}

function summarise({ document, sections, sectionCount }: Entry, q: string, siteUrl: string): string {
  const { docNumber, agency, signedOn, issue, validity, municipality, slug } = document;
  const facts = [
    docNumber,
    agency ?? municipality.name,
    signedOn && formatDate(signedOn),
    issue ? formatIssue(issue) : '单行文件',
    VALIDITY_WORDS[validity],
  ];
  const rest = sectionCount - sections.length;
  return [
    `<p>${html(facts.filter(Boolean).join('　'))}</p>`,
    ...sections.map((section) => {
      const href = `${siteUrl}${sectionPlaceUrl(municipality.slug, slug, section.address, q)}`;
      const { text, marks, cutBefore, cutAfter } = section.snippet;
      return `<p><a href="${html(href)}">${html(pathWords(section))}</a><br>${cutBefore ? '…' : ''}${markedHtml(displayText(text), marks)}${cutAfter ? '…' : ''}</p>`;
    }),
    ...(rest > 0 ? [`<p>另有 ${rest} 处</p>`] : []),
  ].join('\n');
}

function markedHtml(text: string, marks: readonly Range[]): string {
  let end = 0;
  const marked = marks.map((mark) => {
    const before = text.slice(end, mark.start);
    end = mark.end;
    return `${html(before)}<mark>${html(text.slice(mark.start, mark.end))}</mark>`;
  });
  return marked.join('') + html(text.slice(end));
}
