import type { CitationTarget } from '@/lib/db/queries/documents';
import { formatMonth } from '@/lib/format';
import { listCitations, listSectionTexts } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { searchUrl } from '@/lib/search-params';
import { docNumberUrl, documentUrl } from '@/lib/urls';
import type { CitationView } from '@/components/gazette/scene';

/**
 * Takes a document's tree and what the portal holds of its citations, in the order of the text; gives the view of each
 * citation node. The n-th citation of the tree is the n-th target: both come from `listCitations`.
 */
export function viewCitations(tree: ast.Document, targets: readonly CitationTarget[]): Map<ast.Citation, CitationView> {
  const byPosition = new Map(targets.map((target) => [target.position, target]));
  const noted = new Set<string>();
  const views = new Map<ast.Citation, CitationView>();
  listCitations(listSectionTexts(tree)).forEach(({ citation }, index) => {
    const target = byPosition.get(index + 1);
    if (!target || isItself(tree, target)) return;
    const view = viewCitation(target);
    const note = noteOf(target);
    if (view.href && note && !noted.has(view.href)) views.set(citation, { ...view, note });
    else views.set(citation, view);
    if (view.href) noted.add(view.href);
  });
  return views;
}

const isItself = (tree: ast.Document, target: CitationTarget): boolean =>
  target.docNumber !== null && target.docNumber === tree.docNumber?.canonical;

function viewCitation({ state, target, docNumber, title, candidates }: CitationTarget): CitationView {
  const count = candidates;
  if (state === 'held' && target) return { state, href: documentUrl(target.municipality.slug, target.slug) };
  if (docNumber !== null) return { state, href: docNumberUrl(docNumber), count };
  // A title that several held documents bear: the search page is the choice. One that none bears leads nowhere.
  return state === 'several' && title !== null ? { state, href: searchUrl({ q: title }), count } : { state };
}

function noteOf({ state, target, docNumber, title }: CitationTarget): CitationView['note'] {
  const lead = docNumber ?? target?.docNumber ?? title;
  if (lead === null) return undefined;
  if (state === 'absent') return docNumber === null ? undefined : { lead, text: '本站未收录原文' };
  if (state === 'several') return { lead, text: '有几件文件用这个文号' };
  return { lead, text: target?.signedOn ? `已收录，${formatMonth(target.signedOn)}` : '已收录' };
}
