import type { CitationTarget } from '@/lib/db/queries/documents/documents';
import { citeDocument } from '@/lib/text/standard-citation';
import { formatMonth } from '@/lib/text/format';
import { listCitations, listSectionTexts } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { searchUrl } from '@/lib/addresses/search-params';
import { docNumberUrl, documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import type { CitationNote, CitationView, CitedValidity } from '@/lib/views/gazette/render-context';

/**
 * What is known of the validity of cited documents: of held ones by id, of missing ones by number.
 */
export interface CitedValidities {
  held: ReadonlyMap<number, Validity>;
  missing: ReadonlyMap<string, Validity>;
}

/**
 * Makes the view of each citation that a page shows.
 * The n-th citation of the tree is the n-th target: both come from `listCitations`.
 * @param shown what of the tree the page shows; all of it where nothing is named
 */
export function viewCitations(
  tree: ast.Document,
  targets: readonly CitationTarget[],
  validities: CitedValidities,
  shown: Pick<ast.Document, 'position'> = tree,
): Map<ast.Citation, CitationView> {
  const byPosition = new Map(targets.map((target) => [target.position, target]));
  const numbers = new Map<string, number>();
  const views = new Map<ast.Citation, CitationView>();
  listCitations(listSectionTexts(tree)).forEach(({ citation }, index) => {
    const target = byPosition.get(index + 1);
    if (!target || isItself(tree, target)) return;
    const validity = validityOf(target, validities);
    const view = viewCitation(target, validity);
    const words = wordsOf(target, validity);
    const document = documentOf(view);
    if (document === undefined || words === undefined || !isInside(citation, shown)) {
      views.set(citation, view);
      return;
    }
    const first = !numbers.has(document);
    if (first) numbers.set(document, numbers.size + 1);
    views.set(citation, { ...view, note: { number: numbers.get(document)!, first, ...words } });
  });
  return views;
}

/** The page of the document that is meant, whichever of its sections. */
const documentOf = ({ href }: CitationView): string | undefined => href?.replace(/#.*/, '');

const isInside = ({ position: { start } }: ast.Citation, { position }: Pick<ast.Document, 'position'>): boolean =>
  start.offset >= position.start.offset && start.offset < position.end.offset;

/** A document that a printed page cites. */
export interface PrintedNote {
  number: number;
  citation: string;
  state: string;
  /** Its page at this portal. */
  href: string;
}

/** Lists the documents that a page cites, each once, by their numbers. */
export const listPrintedNotes = (views: ReadonlyMap<ast.Citation, CitationView>): PrintedNote[] =>
  [...views.values()].flatMap((view) => {
    const [href, note] = [documentOf(view), view.note];
    return href !== undefined && note?.first
      ? [{ number: note.number, citation: note.citation, state: note.text, href }]
      : [];
  });

/** By what is printed, here and there: a correction changes neither. */
function isItself(tree: ast.Document, { printedNumber, docNumber }: CitationTarget): boolean {
  const printed = printedNumber ?? docNumber;
  return printed !== null && printed === tree.docNumber?.canonical;
}

function validityOf({ state, target, docNumber }: CitationTarget, { held, missing }: CitedValidities) {
  if (state === 'held' && target) return held.get(target.id);
  return state === 'absent' && docNumber !== null ? missing.get(docNumber) : undefined;
}

const reportedStates: readonly string[] = ['repealed', 'expired', 'conflict'] satisfies CitedValidity[];

function viewCitation(citation: CitationTarget, validity: Validity | undefined): CitationView {
  const { state, docNumber, title, candidates: count } = citation;
  const facts = {
    state,
    ...(validity && reportedStates.includes(validity.state) && { validity: validity.state as CitedValidity }),
    ...correctionOf(citation),
  };
  if (state === 'held' && citation.target) return { ...facts, href: placeOf(citation.target, innermost(citation)) };
  if (docNumber !== null) return { ...facts, href: docNumberUrl(docNumber), count };
  // A title that several held documents bear: the search page is the choice. One that none bears
  // leads nowhere.
  return state === 'several' && title !== null ? { ...facts, href: searchUrl({ q: title }), count } : facts;
}

/** The 款 that is meant, where it is one of the section. */
const innermost = ({ targetAddress, targetParagraph }: CitationTarget): string | null =>
  targetParagraph?.startsWith(`${targetAddress}.`) ? targetParagraph : targetAddress;

/** The section that is meant, where the citation names one that is there. */
const placeOf = ({ municipality, slug }: NonNullable<CitationTarget['target']>, address: string | null): string =>
  address === null ? documentUrl(municipality.slug, slug) : sectionPlaceUrl(municipality.slug, slug, address);

function correctionOf({ correction, docNumber, printedNumber, target }: CitationTarget): { correction?: string } {
  if (correction === null && printedNumber === null) return {};
  const meant = docNumber ?? target?.docNumber ?? (target && `《${target.title}》`) ?? '';
  const source = correction ? `，依据：${correction.source}` : '';
  return { correction: `${printedNumber === null ? '指' : '应为'}${meant}${source}` };
}

/** What a note says of a target; nothing of a title alone that the portal does not hold. */
function wordsOf(
  { state, target, docNumber, title }: CitationTarget,
  validity: Validity | undefined,
): Pick<CitationNote, 'lead' | 'text' | 'citation'> | undefined {
  const lead = docNumber ?? target?.docNumber ?? title;
  if (lead === null) return undefined;
  const known = validity && validity.state !== 'unknown' ? `，${VALIDITY_WORDS[validity.state]}` : '';
  const named = title === null ? lead : citeDocument({ title, docNumber, agency: null, signedOn: null });
  if (state === 'absent') {
    return docNumber === null ? undefined : { lead, text: `本站未收录原文${known}`, citation: named };
  }
  if (state === 'several') return { lead, text: '有几件文件用这个文号', citation: named };
  const text = `${target?.signedOn ? `已收录，${formatMonth(target.signedOn)}` : '已收录'}${known}`;
  return { lead, text, citation: target ? citeDocument(target) : named };
}
