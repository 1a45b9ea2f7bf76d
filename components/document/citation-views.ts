import type { CitationTarget } from '@/lib/db/queries/documents';
import { formatMonth } from '@/lib/format';
import { listCitations, listSectionTexts } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { searchUrl } from '@/lib/search-params';
import { docNumberUrl, documentUrl, sectionPlaceUrl } from '@/lib/urls';
import type { Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import type { CitationView, CitedValidity } from '@/components/gazette/scene';

/** What is known of the validity of cited documents: of held ones by id, of missing ones by number. */
export interface CitedValidities {
  held: ReadonlyMap<number, Validity>;
  missing: ReadonlyMap<string, Validity>;
}

/**
 * Takes a document's tree, what the portal holds of its citations, in the order of the text, and their validity; gives the view
 * of each citation node. The n-th citation of the tree is the n-th target: both come from `listCitations`.
 */
export function viewCitations(
  tree: ast.Document,
  targets: readonly CitationTarget[],
  validities: CitedValidities,
): Map<ast.Citation, CitationView> {
  const byPosition = new Map(targets.map((target) => [target.position, target]));
  const noted = new Set<string>();
  const views = new Map<ast.Citation, CitationView>();
  listCitations(listSectionTexts(tree)).forEach(({ citation }, index) => {
    const target = byPosition.get(index + 1);
    if (!target || isItself(tree, target)) return;
    const validity = validityOf(target, validities);
    const view = viewCitation(target, validity);
    const note = noteOf(target, validity);
    const document = target.target?.id.toString() ?? view.href;
    if (document && note && !noted.has(document)) views.set(citation, { ...view, note });
    else views.set(citation, view);
    if (document) noted.add(document);
  });
  return views;
}

/** By what is printed, here and there: a correction changes neither. */
function isItself(tree: ast.Document, { printedNumber, docNumber }: CitationTarget): boolean {
  const printed = printedNumber ?? docNumber;
  return printed !== null && printed === tree.docNumber?.canonical;
}

function validityOf({ state, target, docNumber }: CitationTarget, { held, missing }: CitedValidities) {
  if (state === 'held' && target) return held.get(target.id);
  return state === 'absent' && docNumber !== null ? missing.get(docNumber) : undefined;
}

const told: readonly string[] = ['repealed', 'expired', 'conflict'] satisfies CitedValidity[];

function viewCitation(citation: CitationTarget, validity: Validity | undefined): CitationView {
  const { state, docNumber, title, candidates: count } = citation;
  const facts = {
    state,
    ...(validity && told.includes(validity.state) && { validity: validity.state as CitedValidity }),
    ...correctionOf(citation),
  };
  if (state === 'held' && citation.target) return { ...facts, href: placeOf(citation.target, citation.targetAddress) };
  if (docNumber !== null) return { ...facts, href: docNumberUrl(docNumber), count };
  // A title that several held documents bear: the search page is the choice. One that none bears leads nowhere.
  return state === 'several' && title !== null ? { ...facts, href: searchUrl({ q: title }), count } : facts;
}

/** The section that is meant, where the citation names one that is there. */
const placeOf = ({ municipality, slug }: NonNullable<CitationTarget['target']>, address: string | null): string =>
  address === null ? documentUrl(municipality.slug, slug) : sectionPlaceUrl(municipality.slug, slug, address);

function correctionOf({ correction, docNumber, printedNumber, target }: CitationTarget): { correction?: string } {
  if (correction === null && printedNumber === null) return {};
  const meant = docNumber ?? target?.docNumber ?? (target && `《${target.title}》`) ?? '';
  const source = correction ? `，依据：${correction.source}` : '';
  return { correction: `${printedNumber === null ? '指' : '应为'}${meant}${source}` };
}

function noteOf(
  { state, target, docNumber, title }: CitationTarget,
  validity: Validity | undefined,
): CitationView['note'] {
  const lead = docNumber ?? target?.docNumber ?? title;
  if (lead === null) return undefined;
  const known = validity && validity.state !== 'unknown' ? `，${VALIDITY_WORDS[validity.state]}` : '';
  if (state === 'absent') return docNumber === null ? undefined : { lead, text: `本站未收录原文${known}` };
  if (state === 'several') return { lead, text: '有几件文件用这个文号' };
  return { lead, text: `${target?.signedOn ? `已收录，${formatMonth(target.signedOn)}` : '已收录'}${known}` };
}
