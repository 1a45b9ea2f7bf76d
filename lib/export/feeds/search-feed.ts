import type { FollowedEntries } from '@/lib/db/queries/feeds/entries';
import { searchFeedUrl, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { sectionPlaceUrl, type MarkedWords } from '@/lib/addresses/urls';
import { escapeXml, xmlText } from '@/lib/export/xml';
import type { Arrival } from '@/lib/search/engine';
import type { Range } from '@/lib/search/text/normalise';
import { pathWords } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { anchor, htmlParagraph } from './entry-texts';
import type { Feed, FeedSettings } from './feed';
import { addressesOf, toFeed } from './feeds';

/**
 * Makes the feed of a search: documents that it finds now, by the day on which they came. Under
 * each stand its best sections, linked and with the words marked.
 */
export function makeSearchFeed(
  arrivals: readonly Arrival[],
  followed: FollowedEntries,
  filter: SearchFilter,
  settings: FeedSettings,
): Feed {
  const byEvent = new Map(arrivals.map((arrival) => [arrival.event, arrival]));
  return toFeed(
    {
      title: filter.q === '' ? '按条件检索' : `检索：${xmlText(filter.q)}`,
      addresses: addressesOf((format) => searchFeedUrl(filter, format)),
      page: searchUrl({ ...filter, sort: 'newest', page: 1 }),
    },
    followed,
    settings,
    {
      isPart: true,
      behind: ({ id }) => {
        const arrival = byEvent.get(id);
        return arrival ? listSections(arrival, filter, settings.siteUrl) : [];
      },
    },
  );
}

function listSections({ document, sections, sectionCount }: Arrival, words: MarkedWords, siteUrl: string): string[] {
  const rest = sectionCount - sections.length;
  return [
    htmlParagraph([VALIDITY_WORDS[document.validity]]),
    ...sections.map((section) => {
      const href = siteUrl + sectionPlaceUrl(document.municipality.slug, document.slug, section.address, words);
      const { text, marks, cutBefore, cutAfter } = section.snippet;
      return `<p>${anchor(href, pathWords(section))}<br>${cutBefore ? '…' : ''}${markedHtml(typesetText(text), marks)}${cutAfter ? '…' : ''}</p>`;
    }),
    ...(rest > 0 ? [`<p>另有 ${rest} 节</p>`] : []),
  ];
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
