import {
  distinctMeanings,
  followPassage,
  leadsTo,
  type FormerMeaning,
  type LedgerView,
  type MeaningNow,
} from './follow-passage';
import { articleOfParagraph } from '@/lib/gazette/tree/article-lines';
import type { Passage } from './passages';

/** An address that a document does not have any more, kept in its text so that links find it. */
interface FormerAnchor {
  address: string;
  /** What it meant; empty where its words stand, unchanged, at the place. */
  meanings: MeaningNow[];
}

/** What the text of a document says of addresses that mean, or meant, other words. */
export interface DocumentNotices {
  /** What addresses that are there meant before, by address. */
  former: ReadonlyMap<string, readonly MeaningNow[]>;
  /** Addresses that are not there any more, by where they are kept; '' is behind the text. */
  anchors: ReadonlyMap<string, readonly FormerAnchor[]>;
}

/** Whether only what stands below an address, with an address of its own, was another. */
const isBelow = ({ meaning }: MeaningNow): boolean => meaning.kind === 'below';

/**
 * Finds what an address meant that was not what is there now.
 * @param key of the words that are there; null where nothing is
 */
export function meaningsAt(meanings: readonly FormerMeaning[], key: string | null, view: LedgerView): MeaningNow[] {
  return distinctMeanings(meanings)
    .filter(({ wordsKey }) => wordsKey !== key)
    .map((meaning) => ({ meaning, now: followPassage(meaning, view) }));
}

/** Lists the notices of a whole document: those of what stands below are on the sections' pages. */
export function listNotices(
  ledgerDocumentId: number,
  meanings: readonly FormerMeaning[],
  passages: readonly Passage[],
  view: LedgerView,
): DocumentNotices {
  const keys = new Map(passages.map(({ address, key }) => [address, key]));
  const byAddress = new Map<string, FormerMeaning[]>();
  for (const meaning of meanings) {
    if (meaning.ledgerDocumentId !== ledgerDocumentId) continue;
    const there = byAddress.get(meaning.address);
    if (there) there.push(meaning);
    else byAddress.set(meaning.address, [meaning]);
  }
  const former = new Map<string, MeaningNow[]>();
  const anchors = new Map<string, FormerAnchor[]>();
  for (const [address, rows] of byAddress) {
    const key = keys.get(address) ?? null;
    const found = meaningsAt(rows, key, view);
    if (key !== null) {
      const own = found.filter((each) => !isBelow(each) && !isToldAbove(each, byAddress, view));
      if (own.length > 0) former.set(address, own);
      continue;
    }
    const lead = leadsTo(found);
    const isHere = lead?.ledgerDocumentId === ledgerDocumentId && keys.has(lead.address);
    const place = isHere ? lead.address : placeOf(found, ledgerDocumentId, keys);
    const at = articleOfParagraph(place) ?? place;
    const there = anchors.get(at) ?? [];
    anchors.set(at, there);
    there.push({ address, meanings: isHere ? [] : found });
  }
  return { former, anchors };
}

/**
 * Whether the notice of its article says enough of a 款: both were moved at once, or the 款 was
 * changed in its place.
 */
function isToldAbove(
  { meaning, now }: MeaningNow,
  byAddress: ReadonlyMap<string, readonly FormerMeaning[]>,
  view: LedgerView,
): boolean {
  const article = articleOfParagraph(meaning.address);
  if (article === null) return false;
  if (now.kind === 'changed' && now.to.address === meaning.address) return true;
  const above = byAddress.get(article)?.find(({ changeId }) => changeId === meaning.changeId);
  return above !== undefined && followPassage(above, view).kind === 'moved';
}

/** Where a gone address is kept: where its last words are, or stood. */
function placeOf(meanings: readonly MeaningNow[], ledgerDocumentId: number, keys: ReadonlyMap<string, string>): string {
  const last = meanings[0]?.now;
  const place = last?.kind === 'gone' ? last.near : last?.to;
  return place?.ledgerDocumentId === ledgerDocumentId && keys.has(place.address) ? place.address : '';
}
