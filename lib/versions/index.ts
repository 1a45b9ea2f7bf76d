/** What became of each passage of a document between two readings; pure. */

export { differenceOf, type Stretch } from './difference';
export {
  followPassage,
  leadsTo,
  type FormerMeaning,
  type LedgerPlace,
  type LedgerView,
  type MeaningNow,
} from './follow-passage';
export { makeLedgerView } from './ledger-view';
export { listNotices, meaningsAt, type DocumentNotices } from './notices';
export { matchPassages, type Fate, type Matching, type PassagePlace } from './match-passages';
export { isParagraph, listWithParagraphs } from './paragraphs';
export { pairByWords } from './pair-documents';
export { documentKey, listPassages, type Passage } from './passages';
export { isSharedKey, SHARED_KEY_LENGTH, wordsKey } from './words-key';
