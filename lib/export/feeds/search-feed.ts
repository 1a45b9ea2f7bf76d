import { typesetText } from '@/lib/text/typography';
import type { FoundDocument, HitDocument, SearchAnswer } from '@/lib/search/engine';
import type { Range } from '@/lib/search/text/normalise';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { searchFeedUrl, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { formatDate, formatIssue } from '@/lib/text/format';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { midnightOf, printFeed, type FeedSettings } from './atom';
import { pathWords } from '@/lib/text/section-names';
import { escapeXml, xmlText } from '@/lib/export/xml';

/**
 * Prints a search as an Atom feed with an entry per document, newest first. The summary has the
 * best sections, linked and with the words marked.
 */
export function printSearchFeed(answer: SearchAnswer, filter: SearchFilter, settings: FeedSettings): string {
  const entries = listEntries(answer).map((entry) => {
    const { document } = entry;
    return {
      link: documentUrl(document.municipality.slug, document.slug),
      title: typesetText(document.title),
      date: dateOf(document),
      author: document.agency ?? document.municipality.name,
      summary: summarise(entry, filter.q, settings.siteUrl),
    };
  });
  const feed = {
    title: filter.q === '' ? '按条件检索' : `检索：${xmlText(filter.q)}`,
    address: searchFeedUrl(filter),
    page: searchUrl({ ...filter, sort: 'newest', page: 1 }),
  };
  return printFeed(feed, entries, settings);
}

type Entry = Pick<FoundDocument, 'document' | 'sections' | 'sectionCount'>;

/** Documents with the typed number, if any, among those that were found; newest first. */
function listEntries({ number, documents }: SearchAnswer): Entry[] {
  const addressOf = ({ municipality, slug }: HitDocument): string => documentUrl(municipality.slug, slug);
  const listed = new Set(documents.map(({ document }) => addressOf(document)));
  const withNumber = (number?.documents ?? []).filter((document) => !listed.has(addressOf(document)));
  return [...documents, ...withNumber.map((document) => ({ document, sections: [], sectionCount: 0 }))].sort(
    (one, other) => dateOf(other.document).getTime() - dateOf(one.document).getTime(),
  );
}

/** A document without a day has the first day of its issue's year, or is the oldest of all. */
const dateOf = (document: HitDocument): Date =>
  midnightOf(document.signedOn ?? new Date(Date.UTC(document.issue?.year ?? 1970, 0, 1)));

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
    `<p>${escapeXml(facts.filter(Boolean).join('　'))}</p>`,
    ...sections.map((section) => {
      const href = `${siteUrl}${sectionPlaceUrl(municipality.slug, slug, section.address, q)}`;
      const { text, marks, cutBefore, cutAfter } = section.snippet;
      return `<p><a href="${escapeXml(href)}">${escapeXml(pathWords(section))}</a><br>${cutBefore ? '…' : ''}${markedHtml(typesetText(text), marks)}${cutAfter ? '…' : ''}</p>`;
    }),
    ...(rest > 0 ? [`<p>另有 ${rest} 处</p>`] : []),
  ].join('\n');
}

function markedHtml(text: string, marks: readonly Range[]): string {
  let end = 0;
  const marked = marks.map((mark) => {
    const before = text.slice(end, mark.start);
    end = mark.end;
    return `${escapeXml(before)}<mark>${escapeXml(text.slice(mark.start, mark.end))}</mark>`;
  });
  return marked.join('') + escapeXml(text.slice(end));
}
