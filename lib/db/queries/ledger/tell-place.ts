import 'server-only';
import type { IssueKey } from '@/lib/addresses/issue-segment';
import { endedIssueSentences, endedSentences, nameEnded } from '@/lib/views/versions/ended-words';
import { formerSentence } from '@/lib/views/versions/notice-view';
import { findFormerIssue, findLastBearer, findLedgerDocument, hasEnded, listFormerBearers } from './documents';
import type { PrintPlace } from './decide-place';
import { resolvePlace, type PortalPlace } from './resolve-place';

/** What programs are answered where the ledger knows more than that nothing is held. */
export type PlaceNews = { location: string; status: 308 } | { error: string; status: 410 };

/**
 * Tells programs what became of a place that is not held: the same statement as its page.
 * @param print what is asked for of a place
 * @returns null where it is held, or was never given out
 */
export async function tellPlace(place: PortalPlace, print: PrintPlace): Promise<PlaceNews | null> {
  const answer = await resolvePlace(place);
  switch (answer.kind) {
    case 'leads':
      return { location: print(answer.to), status: 308 };
    case 'ended':
      return { error: endedSentences(answer.document).join(''), status: 410 };
    case 'former': {
      const document = await findLedgerDocument(place.municipality, place.document);
      const name = document === null ? '' : nameEnded(document);
      return { error: `${name}中此处的文字已有变动。${answer.meanings.map(formerSentence).join('')}`, status: 410 };
    }
    default:
      return null;
  }
}

/**
 * Tells programs what became of the one document that bore a number.
 * @param print what is asked for of a document
 * @returns null where none did, or several
 */
export async function tellNumber(docNumber: string, print: PrintPlace): Promise<PlaceNews | null> {
  const [bearers, last] = await Promise.all([listFormerBearers(docNumber), findLastBearer(docNumber)]);
  const [only, second] = bearers;
  if (second) return null;
  const { municipality, slug } = only?.document ?? last ?? { municipality: '', slug: '' };
  if (only && !hasEnded(only.document)) return { location: print({ municipality, document: slug }), status: 308 };
  return slug === '' ? null : tellPlace({ municipality, document: slug }, print);
}

/** Tells programs what became of an issue; null where it is held, or never was. */
export async function tellIssue(municipality: string, year: number, key: IssueKey): Promise<PlaceNews | null> {
  const issue = await findFormerIssue(municipality, year, key);
  return issue && { error: endedIssueSentences(issue).join(''), status: 410 };
}
