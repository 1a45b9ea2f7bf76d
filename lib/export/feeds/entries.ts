import type { FollowedEntry } from '@/lib/db/queries/feeds/entries';
import type { FollowedEvent } from '@/lib/db/queries/feeds/event-rows';
import { documentUrl } from '@/lib/addresses/urls';
import { EVENT_KINDS } from '@/lib/events/kinds';
import { escapeXml } from '@/lib/export/xml';
import { formatDate, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import type { EntryFacts, FeedEntry } from './feed';
import { anchor, documentFacts, issueFacts, linkOf, listDetails, titleOf } from './entry-texts';

/** How a feed shows an entry, where it has more to say than the event. */
export interface EntryOptions {
  /** Whether the entry of an issue shows only some of its documents. */
  isPart?: boolean;
  /** HTML that comes first. */
  before?: (event: FollowedEvent) => string[];
  /** HTML that follows on a document. */
  behind?: (event: FollowedEvent) => string[];
}

/** Makes an entry from an event and the documents that are told with it. */
export function toFeedEntry(entry: FollowedEntry, siteUrl: string, options: EntryOptions = {}): FeedEntry {
  const { document, issue, municipality } = entry;
  const { before = () => [], behind = () => [] } = options;
  const summary = [
    ...before(entry),
    document
      ? documentFacts(document, municipality.name, issue)
      : issueFacts(issue, options.isPart ? 0 : entry.partCount),
    ...listDetails(entry, siteUrl),
    ...behind(entry),
    ...listParts(entry, siteUrl, behind),
  ];
  return {
    event: entry.id,
    link: linkOf(entry),
    title: titleOf(entry),
    updated: entry.at,
    author: document?.agency ?? issue?.publisher ?? municipality.name,
    summary: summary.filter((each) => each !== '').join('\n'),
    facts: factsOf(entry, siteUrl),
  };
}

function listParts(
  { parts, partCount }: FollowedEntry,
  siteUrl: string,
  behind: EntryOptions['behind'] & {},
): string[] {
  if (parts.length === 0) return [];
  const items = parts.map((part) => {
    const href = siteUrl + linkOf(part);
    const { docNumber = null, signedOn = null } = part.document ?? {};
    const facts = [docNumber, signedOn && `${formatDate(signedOn)}成文`].filter(Boolean).join('，');
    return `<li>${anchor(href, typesetText(part.title))}${facts ? `（${escapeXml(facts)}）` : ''}${behind(part).join('\n')}</li>`;
  });
  const rest = partCount - parts.length;
  return [`<ol>${items.join('')}</ol>`, ...(rest > 0 ? [`<p>另有 ${rest} 件</p>`] : [])];
}

const dayOf = (day: Date | null | undefined): string | undefined => (day ? machineDate(day) : undefined);

function factsOf(entry: FollowedEntry, siteUrl: string): EntryFacts {
  const { kind, municipality, document, issue, change, aboutNumber, reason, parts } = entry;
  return {
    kind,
    label: EVENT_KINDS[kind].words,
    municipality: municipality.slug,
    docNumber: document?.docNumber ?? undefined,
    agency: document?.agency ?? undefined,
    signedOn: dayOf(document?.signedOn),
    publishedOn: document ? undefined : dayOf(issue?.publishedOn),
    issue: issue ? { year: issue.year, number: issue.number } : undefined,
    aboutNumber: aboutNumber ?? undefined,
    versions: change ? { from: change.fromVersion, to: change.toVersion } : undefined,
    reason: reason ?? undefined,
    documents:
      parts.length === 0
        ? undefined
        : parts.flatMap((part) =>
            part.document
              ? [
                  {
                    url: siteUrl + documentUrl(part.municipality.slug, part.document.slug),
                    title: part.title,
                    docNumber: part.document.docNumber ?? undefined,
                    signedOn: dayOf(part.document.signedOn),
                  },
                ]
              : [],
          ),
  };
}
