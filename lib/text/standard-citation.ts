import { findSection } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { formatDate } from './format';
import { compact, quoteTitle } from './quote-title';
import { nodeLocator } from './section-names';

/**
 * The standard way to cite (docs/decisions/0014): 《标题》（文号）, and behind it the part that is meant:
 * 二、（三）1. · 第十二条第（二）项 · 附件1表2. Full-width marks as printed gazettes have them; a title inside a
 * title stands in 〈〉.
 */

/** What of a document its citation is made of. */
export interface CitedDocument {
  title: string;
  docNumber: string | null;
  agency: string | null;
  signedOn: Date | null;
}

/**
 * Takes a document with its tree, and the address of a section; gives its citation. An address that
 * is not there cites the whole document.
 */
export function citationOf(document: CitedDocument & { tree: ast.Document }, address?: string): string {
  const found = address === undefined ? null : findSection(document.tree, address);
  if (!found) return citeDocument(document);
  const { part } = found;
  // The rules that a notice prints are known by their own name; the number is that of the notice.
  const own = part.kind === 'annexed' ? part.title.trim() : '';
  return citeDocument(own ? { ...document, title: own } : document) + nodeLocator(found, document.tree);
}

/**
 * Cites a document: 《标题》（文号）.
 * Without a number it is 《标题》（机关，成文日期）; an order that has no title of its own is cited by its
 * number alone.
 */
export function citeDocument({ title, docNumber, agency, signedOn }: CitedDocument): string {
  if (docNumber !== null && docNumber.startsWith(compact(title))) return docNumber;
  const origin =
    docNumber ?? [agency?.replaceAll(' ', '、'), signedOn && formatDate(signedOn)].filter(Boolean).join('，');
  return quoteTitle(title) + (origin ? `（${origin}）` : '');
}
