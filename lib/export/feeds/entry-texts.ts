import type { FollowedDocument, FollowedEvent, FollowedIssue } from '@/lib/db/queries/feeds/event-rows';
import { comparisonUrl, documentUrl, issueUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { EVENT_KINDS, type EventKindName } from '@/lib/events/kinds';
import { escapeXml } from '@/lib/export/xml';
import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';

/** Makes a htmlParagraph of facts; those that are null or empty are left out. */
export const htmlParagraph = (facts: readonly (string | null | undefined | false)[]): string => {
  const given = facts.filter(Boolean);
  return given.length === 0 ? '' : `<p>${escapeXml(given.join('　'))}</p>`;
};

/** Makes a link. */
export const anchor = (href: string, words: string): string => `<a href="${escapeXml(href)}">${escapeXml(words)}</a>`;

/** Gives the address of what an event is about, below the origin. */
export function linkOf(event: FollowedEvent): string {
  const { municipality, document, issue, change, reference } = event;
  if (!document) return issue ? issueUrl(municipality.slug, issue) : '/';
  if (reference) return sectionPlaceUrl(municipality.slug, document.slug, reference.section.address);
  if (change && isCorrection(event.kind) && change.toVersion > change.fromVersion)
    return comparisonUrl(municipality.slug, document.slug, `${change.fromVersion}..${change.toVersion}`);
  return documentUrl(municipality.slug, document.slug);
}

const isCorrection = (kind: EventKindName): boolean => kind === 'corrected' || kind === 'reread';

/** Gives the title of an entry: what arrives has its own name, all else says what happened. */
export function titleOf({ kind, title, aboutNumber }: FollowedEvent): string {
  const name = typesetText(title);
  if (kind === 'issue' || kind === 'document') return name;
  return `${aboutNumber ?? ''}${EVENT_KINDS[kind].words}：${name}`;
}

/** Writes what is known of a document, in one line. */
export const documentFacts = (
  { docNumber, agency, signedOn }: FollowedDocument,
  municipality: string,
  issue: FollowedIssue | null,
): string =>
  htmlParagraph([
    docNumber,
    agency ?? municipality,
    signedOn && `${formatDate(signedOn)}成文`,
    issue ? formatIssue(issue) : '单行文件',
  ]);

/** Writes what an issue is, in one line. */
export const issueFacts = (issue: FollowedIssue | null, documents: number): string =>
  htmlParagraph([
    issue && formatTotal(issue.totalNumber),
    documents > 0 && `${documents} 件文件`,
    issue?.publishedOn && `${formatDate(issue.publishedOn)}刊登`,
  ]);

/** How a document went without being withdrawn by anybody. */
const ENDS: Record<string, string | undefined> = {
  gone: '来源文本里不再有这份文件。',
  moved: '它的文字现在在别的文件里，原来的网址会指过去。',
};

/** Writes what an event says besides: the change, the sentence, the reason. */
export function listDetails(event: FollowedEvent, siteUrl: string): string[] {
  const { change, reference, reason, kind, document, municipality } = event;
  const details: string[] = [];
  if (change && document) {
    const counts = [
      ['有改动', change.changed],
      ['移到别处', change.moved],
      ['删去', change.gone],
      ['新增', change.added],
    ] as const;
    if (isCorrection(kind)) {
      details.push(
        htmlParagraph([counts.flatMap(([words, count]) => (count > 0 ? [`${words} ${count} 处`] : [])).join('，')]),
      );
      details.push(
        htmlParagraph([
          change.formerNumber && `文号原作${change.formerNumber}`,
          change.formerTitle !== null && `标题原作《${typesetText(change.formerTitle)}》`,
        ]),
      );
      if (change.toVersion > change.fromVersion) details.push(`<p>${anchor(siteUrl + linkOf(event), '前后对照')}</p>`);
    }
    if (kind === 'moved' && change.formerSlug !== null)
      details.push(
        `<p>现在的网址：${anchor(siteUrl + documentUrl(municipality.slug, document.slug), documentUrl(municipality.slug, document.slug))}。原来的网址转到这里。</p>`,
      );
  }
  if (reference) {
    const { sentence, words, wordsAt } = reference;
    const [before, after] = [sentence.slice(0, wordsAt), sentence.slice(wordsAt + words.length)].map(typesetText);
    details.push(`<p>${escapeXml(before!)}<mark>${escapeXml(words)}</mark>${escapeXml(after!)}</p>`);
  }
  if (kind === 'withdrawn') details.push(htmlParagraph([ENDS[document?.end ?? '']]));
  if (reason !== null) details.push(htmlParagraph([`原因：${reason}`]));
  return details.filter((detail) => detail !== '');
}
