import { findSection } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { formatDate } from './format';
import { compact, quoteTitle } from './quote-title';

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
  const { part, ancestors, node } = found;
  // The rules that a notice prints are known by their own name; the number is that of the notice.
  const own = part.kind === 'annexed' ? part.title.trim() : '';
  const inPart = [...ancestors, node].filter((step) => step.type !== 'part');
  const label = part.kind === 'attachment' ? labelOf(part, document.tree) : '';
  return citeDocument(own ? { ...document, title: own } : document) + placeOf(inPart, label);
}

/**
 * 《标题》（文号）; without a number 《标题》（机关，成文日期）; an order that has no title of its own by its number
 * alone.
 */
export function citeDocument({ title, docNumber, agency, signedOn }: CitedDocument): string {
  if (docNumber !== null && docNumber.startsWith(compact(title))) return docNumber;
  const origin =
    docNumber ?? [agency?.replaceAll(' ', '、'), signedOn && formatDate(signedOn)].filter(Boolean).join('，');
  return quoteTitle(title) + (origin ? `（${origin}）` : '');
}

/** 附件2; of several that print 附件 alone the place among them. */
function labelOf(part: ast.Part, tree: ast.Document): string {
  const label = compact(part.label ?? '附件').replace(/[：.．、]+$/u, '');
  const attachments = tree.children.filter(({ kind }) => kind === 'attachment');
  return label === '附件' && attachments.length > 1 ? `附件${attachments.indexOf(part) + 1}` : label;
}

type Step = Exclude<NonNullable<ReturnType<typeof findSection>>['node'], ast.Part>;

function placeOf(steps: readonly Step[], attachment: string): string {
  const last = steps.at(-1);
  if (last?.type === 'table') return attachment + tableName(last);
  const box = steps.findLastIndex((step) => step.type === 'callout');
  const label = attachment + (box < 0 ? '' : compact((steps[box] as ast.Callout).label));
  const markers = steps.slice(box + 1).flatMap((step) => (step.type === 'section' ? [step.marker] : []));
  const [first] = markers;
  // 专栏1 and 3. would read 专栏13.
  const isItem = label !== '' && first?.style === 'digitPoint';
  return label + (isItem ? `第${first.ordinal}项` : '') + readMarkers(isItem ? markers.slice(1) : markers);
}

/** 表2, or what its caption calls it: 附表1. */
function tableName({ id, caption = [] }: ast.Table): string {
  const named = /^附?表[\d一二三四五六七八九十]+(?:[-—]\d+)?/u.exec(
    compact(caption.map(({ value }) => value).join('')),
  );
  return named?.[0] ?? id.replace(/^.*?biao/u, '表');
}

/**
 * Articles count through all chapters, decimals say their whole way: what stands above them is not
 * said.
 */
function readMarkers(markers: readonly ast.Marker[]): string {
  const article = markers.findLastIndex(({ style }) => style === 'article');
  if (article >= 0)
    return markers
      .slice(article)
      .map((marker) => (articleParts[marker.style] ?? asPrinted)(marker))
      .join('');
  const from = Math.max(
    0,
    markers.findLastIndex(({ style }) => style === 'decimal'),
  );
  const [only, ...further] = markers.slice(from);
  if (!only) return '';
  // 二、 alone would dangle at the end of a sentence.
  if (only.style === 'hanComma' && further.length === 0) return `第${asPrinted(only).replace(/、$/u, '')}部分`;
  return [only, ...further].map(asPrinted).join('').replace(/、$/u, '');
}

const asPrinted = ({ value }: ast.Marker): string => compact(value).replaceAll('(', '（').replaceAll(')', '）');

/** Below an article stand 项 and 目: 第十二条第（二）项第1目. */
const articleParts: Partial<Record<ast.MarkerStyle, (marker: ast.Marker) => string>> = {
  hanBracket: (marker) => `第${asPrinted(marker)}项`,
  digitPoint: ({ ordinal }) => `第${ordinal}目`,
};
