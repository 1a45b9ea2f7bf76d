import 'server-only';
import { cache } from 'react';
import { matchRoute } from '@/lib/addresses/routes';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { readReferences, type TypedReference } from '@/lib/references/read-references';
import { addressOf, type ResolvedReference } from '@/lib/references/resolved';
import { resolveReferences } from './resolve-references';

/**
 * Finds what a typed or pasted text means: documents, sections, numbers, pages of the portal.
 * @param municipality address of the municipality in whose pages it was typed
 * @returns in the order of the text, nothing twice; empty for mere words
 */
export const resolveText = cache(async (text: string, municipality?: string): Promise<ResolvedReference[]> => {
  const references = readReferences(text);
  const links = references.flatMap((each) => (each.link ? [{ ...each, link: each.link }] : []));
  if (links.length === 0) return resolveReferences(references, municipality);
  const pages = (await Promise.all(links.slice(0, LINKS_LIMIT).map(resolveLink))).filter((page) => page !== null);
  return [...new Map(pages.map((page) => [page.href, page])).values()];
});

const LINKS_LIMIT = 10;

type LinkedPage = Extract<ResolvedReference, { kind: 'page' }>;

async function resolveLink({
  words,
  link,
}: TypedReference & Required<Pick<TypedReference, 'link'>>): Promise<LinkedPage | null> {
  const { path, parameters, fragment } = link;
  const decision = await decideAddress(matchRoute(path), new URLSearchParams(parameters));
  if (decision.kind === 'missing') return null;
  if (decision.kind === 'leads') return { kind: 'page', words, href: decision.to };
  const href = `${path}${parameters === '' ? '' : `?${parameters}`}${fragment === '' ? '' : `#${fragment}`}`;
  return { kind: 'page', words, href };
}

/**
 * Gives the one address that a text means: a document, its section, a page, or that of a number.
 * @returns null for words, and where there is a choice
 */
export async function addressOfText(text: string, municipality?: string): Promise<string | null> {
  const [only, ...others] = await resolveText(text, municipality);
  return only && others.length === 0 ? addressOf(only) : null;
}
