import { leadsToPage } from '@/lib/addresses/routes';
import { traditionalUrl } from '@/lib/addresses/urls';

/**
 * Takes the address that a link of a page names; gives the one that keeps the reader among
 * traditional characters. Places on the page itself, other sites, and what programs read stay as
 * they are.
 */
export const keepTraditional = (href: string): string => (leadsToPage(href) ? traditionalUrl(href) : href);

/**
 * Takes an absolute address and the public origin; gives the address of the same page in
 * traditional characters, if it is one of the portal.
 */
export function keepTraditionalAt(address: string, siteUrl: string): string {
  if (address === siteUrl) return siteUrl + traditionalUrl('/');
  return address.startsWith(`${siteUrl}/`) ? siteUrl + keepTraditional(address.slice(siteUrl.length)) : address;
}
