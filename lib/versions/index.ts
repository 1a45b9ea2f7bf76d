/** What became of each passage of a document between two readings; pure. */

export { differenceOf, type Stretch } from './difference';
export { matchPassages, type Fate, type Matching, type Place } from './match-passages';
export { pairByWords } from './pair-documents';
export { listPassages, type Passage } from './passages';
export { isSharedKey, SHARED_KEY_LENGTH, wordsKey } from './words-key';
