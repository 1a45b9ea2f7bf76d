import type { LapseNotice } from '@/lib/db/queries/feeds/lapse-notices';
import { documentUrl } from '@/lib/addresses/urls';
import { formatDate, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { htmlParagraph } from './entry-texts';
import type { Feed, FeedEntry } from './feed';

const LABEL = '即将失效';
const LAST_LABEL = '最后有效日';

/** Makes an entry of a notice: 90 天后失效：关于…的通知 */
function toLapseEntry({ id, at, days, lastDay, municipality, document }: LapseNotice): FeedEntry {
  const { slug, title, docNumber, agency, signedOn } = document;
  const label = days === 0 ? LAST_LABEL : LABEL;
  return {
    event: id,
    link: documentUrl(municipality.slug, slug),
    title: `${days === 0 ? '今天是最后有效日' : `${days} 天后失效`}：${typesetText(title)}`,
    updated: at,
    author: agency ?? municipality.name,
    summary: [
      htmlParagraph([docNumber, agency ?? municipality.name, signedOn && `${formatDate(signedOn)}成文`]),
      htmlParagraph([`最后有效日 ${formatDate(lastDay)}`]),
    ].join('\n'),
    facts: {
      kind: 'lapses',
      label,
      municipality: municipality.slug,
      docNumber: docNumber ?? undefined,
      agency: agency ?? undefined,
      signedOn: signedOn ? machineDate(signedOn) : undefined,
      lastDay: machineDate(lastDay),
      daysLeft: days,
    },
  };
}

const ENTRIES = 50;

/** Adds notices to a feed of events, by their instants. */
export function withNotices(feed: Feed, notices: readonly LapseNotice[]): Feed {
  if (notices.length === 0) return feed;
  const entries = [...feed.entries, ...notices.map(toLapseEntry)].sort(
    (one, other) => other.updated.getTime() - one.updated.getTime(),
  );
  return { ...feed, updated: entries[0]!.updated, entries: entries.slice(0, ENTRIES) };
}
