import { securityTextUrl } from '@/lib/addresses/urls';

/** Months for which the file says that it holds. RFC 9116 asks for less than a year. */
const MONTHS = 6;

/**
 * Prints `security.txt` (RFC 9116): whom to tell of a weakness of the portal.
 * @param contact `mailto:security@gongbao.example.gov.cn`, or the address of a page
 * @param siteUrl public origin of the portal
 * @param day of the answer; the same month gives the same file
 */
export function printSecurityText(contact: string, siteUrl: string, day: Date): string {
  const expires = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + MONTHS, 1));
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${siteUrl}${securityTextUrl()}`,
    '',
  ].join('\n');
}
