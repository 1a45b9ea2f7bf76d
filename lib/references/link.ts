import { mendPath } from '@/lib/addresses/glued';
import { matchRoute, ROUTES } from '@/lib/addresses/routes';
import { plainUrl } from '@/lib/addresses/urls';

/** An address of the portal inside a text. */
export interface TypedLink {
  start: number;
  end: number;
  /** Percent-encoded, without what was glued to it. */
  path: string;
  /** Parameters that name words, a version or a search; without the question mark. */
  parameters: string;
  /** Without its sign. */
  fragment: string;
}

const withHost =
  'https?:\\/\\/[^\\s/?#《》（）]+|(?:www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?::\\d+)?(?=\\/)|localhost(?::\\d+)?(?=\\/)';
// A path alone is one where a text begins with it or a blank stands before it: 和/或 is none.
const link = new RegExp(`(?:(${withHost})|(?<=^|[\\s（(【\\[“"：:，,。]))(\\/[^\\s《》]*)?`, 'giu');
const slugs = /^([a-z0-9-]+\/[a-z0-9-]+-\d{1,4}(?:\/[a-z0-9.-]+)?)(?![a-z0-9/])/i;
/** Parameters that are kept, and what their values are made of. */
const kept: readonly (readonly [string, RegExp])[] = [
  ['k', /^[A-Za-z0-9.-]+/],
  ['v', /^\d+/],
  ['q', /^.+/],
  ['page', /^\d+/],
];

/** Finds addresses of the portal in a text, with any host or none, in order. */
export function findLinks(text: string): TypedLink[] {
  const found: TypedLink[] = [];
  for (const match of text.matchAll(link)) {
    const [whole, host, path] = match;
    if (path === undefined || whole === '') continue;
    const read = readAddress(path);
    if (read) found.push({ start: match.index, end: match.index + whole.length, ...read });
    else if (host !== undefined) continue;
  }
  if (found.length === 0) {
    const bare = slugs.exec(text.trim());
    const read = bare ? readAddress(`/${text.trim()}`) : null;
    if (read) found.push({ start: 0, end: text.length, ...read });
  }
  return found;
}

function readAddress(written: string): Omit<TypedLink, 'start' | 'end'> | null {
  const [, path = '', question = '', hash = ''] =
    /^([^?？#＃]*)(?:[?？]([^#＃]*))?(?:[#＃](.*))?$/su.exec(written) ?? [];
  const plain = plainUrl(path.replaceAll(/\/{2,}/g, '/'));
  const address = mendPath(encodeOnce(plain)) ?? encodeOnce(plain);
  const route = matchRoute(address);
  if (route === null || ROUTES[route.pattern].kind !== 'page' || address === '/') return null;
  const given = new URLSearchParams(question);
  const parameters = new URLSearchParams();
  for (const [name, value] of kept) {
    const words = value.exec(given.get(name) ?? '')?.[0].replace(/[.-]+$/, '');
    if (words) parameters.set(name, words);
  }
  const fragment = /^[A-Za-z0-9.-]+/.exec(decodeLoosely(hash))?.[0].replace(/[.-]+$/, '') ?? '';
  return {
    path: address.replace(/(?<=.)\/$/, ''),
    parameters: parameters.toString(),
    fragment: fragment.toLowerCase(),
  };
}

/** Encodes what a text has as characters, and leaves what is encoded. */
const encodeOnce = (path: string): string => encodeURI(path).replaceAll(/%25(?=[0-9A-F]{2})/gi, '%');

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
