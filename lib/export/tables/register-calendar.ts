import { documentUrl } from '@/lib/addresses/urls';
import type { LastDay } from '@/lib/db/queries/validity/register';
import { respondWithText } from '@/lib/export/site/text-response';
import { typesetText } from '@/lib/text/typography';

const CALENDAR_TYPE = 'text/calendar';
const encoder = new TextEncoder();
/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE = 75;

/** Cuts a line that is too long; a character is never cut. The next line begins with a blank. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > LINE) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += character;
    length += octets;
  }
  return [...lines, current].join('\r\n');
}

/** Writes a text value (RFC 5545, 3.3.11). */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** `20251231` */
const asDate = (day: Date): string => day.toISOString().slice(0, 10).replaceAll('-', '');

/**
 * Prints the last days of documents as a calendar (RFC 5545): one event of a whole day each.
 *
 * @param made day on which it is made
 */
export function printCalendar(name: string, days: readonly LastDay[], siteUrl: string, made: Date): string {
  const host = new URL(siteUrl).hostname;
  const title = escapeText(`${name}文件到期日`);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongbao//validity//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    ...days.flatMap(({ document: { municipality, slug, title: documentTitle, docNumber }, day }) => {
      const url = siteUrl + documentUrl(municipality.slug, slug);
      return [
        'BEGIN:VEVENT',
        `UID:${municipality.slug}-${slug}-${asDate(day)}@${host}`,
        `DTSTAMP:${asDate(made)}T000000Z`,
        `DTSTART;VALUE=DATE:${asDate(day)}`,
        `SUMMARY:${escapeText(`最后有效日：${typesetText(documentTitle)}`)}`,
        `DESCRIPTION:${escapeText([docNumber, '本站按原文整理，以公报原件为准。', url].filter(Boolean).join('\n'))}`,
        `URL:${url}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** Answers with the last days of a municipality's documents as a calendar. */
export const respondWithCalendar = (
  find: () => Promise<{ name: string; days: readonly LastDay[] } | null>,
  siteUrl: string,
  today: Date,
): Promise<Response> =>
  respondWithText(CALENDAR_TYPE, async () => {
    const found = await find();
    return found && printCalendar(found.name, found.days, siteUrl, today);
  });
