import { leadsToPage } from '@/lib/addresses/routes';
import { traditionalUrl } from '@/lib/addresses/urls';

/**
 * Gives the traditional version of a link to a page. Fragments alone, other sites and addresses for
 * programs stay as they are.
 */
export const keepTraditional = (href: string): string => (leadsToPage(href) ? traditionalUrl(href) : href);

/**
 * Gives the traditional version of an absolute address of a page. Addresses of other sites stay as
 * they are.
 */
export function keepTraditionalAt(address: string, siteUrl: string): string {
  if (address === siteUrl) return siteUrl + traditionalUrl('/');
  return address.startsWith(`${siteUrl}/`) ? siteUrl + keepTraditional(address.slice(siteUrl.length)) : address;
}
