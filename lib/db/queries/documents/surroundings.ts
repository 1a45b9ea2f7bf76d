import 'server-only';
import { parseCitingParams } from '@/lib/addresses/citing-params';
import { listShownValidities } from '@/lib/db/queries/validity/shown-validities';
import {
  countSectionCitings,
  listCitingSections,
  listSectionCitings,
} from '@/lib/db/queries/citations/citing-sections';
import { listCitationTargets, type CitationTarget, type DocumentDetail } from './documents';
import { listOperations } from '@/lib/db/queries/validity/amendments';
import { calendarDay } from '@/lib/settings/today';
import { viewAmended, type AmendedView } from '@/lib/views/document/amended-view';
import { listTextPeriods, type TextPeriod } from '@/lib/validity/amendments/text-periods';
import { listStoredFacts } from './stored-facts';
import { listTies, type DocumentTies } from '@/lib/db/queries/citations/ties';
import { getPageLedger } from '@/lib/db/queries/ledger/page-ledger';
import type { ShownFact } from '@/lib/key-facts/facts';
import type { DocumentLink } from '@/lib/db/queries/selects';
import { listChangedDocuments } from '@/lib/db/queries/validity/changed-documents';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import type { PageLedger } from '@/lib/views/versions/page-ledger';
import type { Mentions } from '@/lib/db/queries/citations/mentions';

/** What a document's page shows of other documents. */
export interface PageSurroundings {
  /** What each citation of the text leads to. */
  targets: readonly CitationTarget[];
  /** Who cites the document, or the one section that is asked for. */
  citing: Mentions;
  /** How often others cite a section of the document, by its address. */
  citedSections: ReadonlyMap<string, number>;
  validities: Awaited<ReturnType<typeof listShownValidities>>;
  /** What decisions do to its clauses; null where none does anything. */
  amended: AmendedView | null;
  /** From which days its text reads otherwise. */
  periods: readonly TextPeriod[];
  /** Held documents that it repeals, amends or corrects. */
  changed: readonly DocumentLink[];
  /** What it rests on, corrects or interprets, and what does so with it. */
  ties: DocumentTies;
  /** What it says in figures and days; empty for a section. */
  keyFacts: readonly ShownFact[];
  /** What its addresses meant before, and the keys of what they mean now. */
  ledger: PageLedger;
}

/**
 * Reads what a document, or one section of it, cites and what cites it.
 *
 * Three trips to the database.
 * @param asked the query of the page's address, which filters the citations of it
 * @param section address of the section
 */
export async function getSurroundings(
  document: DocumentDetail,
  asked: RawSearchParams,
  section?: string,
): Promise<PageSurroundings> {
  const filter = parseCitingParams(asked, 'cited');
  const [targets, citing, citedSections, ledger, operations, ties, changed, keyFacts] = await Promise.all([
    listCitationTargets(document.id),
    section === undefined ? listCitingSections(document.id, filter) : listSectionCitings(document.id, section, filter),
    countSectionCitings(document.id),
    getPageLedger(document, asked, section),
    listOperations(document.id),
    listTies(document.id),
    listChangedDocuments(document),
    section === undefined ? listStoredFacts(document.id) : [],
  ]);
  const validities = await listShownValidities({ document, targets, citing });
  const amended = operations.length === 0 ? null : viewAmended(document.tree, operations, calendarDay(new Date()));
  const periods = listTextPeriods(document.orderedOn, operations);
  return { targets, citing, citedSections, validities, ledger, amended, periods, ties, changed, keyFacts };
}
