/** Every internal link is made here. Addresses are ASCII except a 文号, which is percent-encoded. */

/** The one page that leads everywhere. */
export const homeUrl = (): string => '/';

/** `/benxi` */
export const municipalityUrl = (municipality: string): string => `/${municipality}`;

/** `/benxi/issues/2022/3` */
export const issueUrl = (municipality: string, year: number, number: number): string =>
  `/${municipality}/issues/${year}/${number}`;

/** `/benxi/benzhengbanfa-2018-58` */
export const documentUrl = (municipality: string, document: string): string => `/${municipality}/${document}`;

/** `/benxi/benzhengbanfa-2018-58?q=%E5%85%BB%E8%80%81#hits`: what a search finds inside the document, marked in its text. */
export const documentSearchUrl = (municipality: string, document: string, q: string): string =>
  `${documentUrl(municipality, document)}?q=${encodeURIComponent(q)}#hits`;

/** A section's place in the whole document: `/benxi/benzhengbanfa-2018-58#2.3`; with what was searched for marked: `…?q=…#2.3` */
export const sectionPlaceUrl = (municipality: string, document: string, address: string, q = ''): string =>
  `${documentUrl(municipality, document)}${q === '' ? '' : `?q=${encodeURIComponent(q)}`}#${address}`;

/** The section alone, on its own page: `/benxi/benzhengbanfa-2018-58/2.3` */
export const sectionUrl = (municipality: string, document: string, address: string): string =>
  `${documentUrl(municipality, document)}/${address}`;

/** Page of a number, held or not: `/wenhao/国发〔2022〕22号`, percent-encoded. */
export const docNumberUrl = (canonical: string): string => `/wenhao/${encodeURIComponent(canonical)}`;

/** What the portal suggests while somebody types: `/api/v1/suggest?q=%E5%85%BB` */
export const suggestUrl = (typed: string): string => `/api/v1/suggest?q=${encodeURIComponent(typed)}`;
