import type { FormerMeaning, LedgerPlace, LedgerView } from './follow-passage';
import type { Passage } from './passages';

/**
 * Makes the view of the ledger that places are followed in.
 * @param meanings of all documents that are followed, the earliest change first
 * @param present passages of the documents whose words are known, by their ids in the ledger
 */
export function makeLedgerView(
  meanings: readonly FormerMeaning[],
  present: ReadonlyMap<number, readonly Passage[]>,
): LedgerView {
  const byPlace = new Map<string, FormerMeaning[]>();
  for (const meaning of meanings) {
    const there = byPlace.get(nameOf(meaning));
    if (there) there.push(meaning);
    else byPlace.set(nameOf(meaning), [meaning]);
  }
  const keys = new Map<string, string>();
  const places = new Map<string, LedgerPlace[]>();
  for (const [ledgerDocumentId, passages] of present)
    for (const { address, key, words } of passages) {
      const place = { ledgerDocumentId, address };
      keys.set(nameOf(place), key);
      if (words === '') continue;
      const there = places.get(key);
      if (there) there.push(place);
      else places.set(key, [place]);
    }
  return {
    meaningsOf: (place) => byPlace.get(nameOf(place)) ?? [],
    presentKey: (place) => keys.get(nameOf(place)) ?? (present.has(place.ledgerDocumentId) ? null : undefined),
    placeOf(key, ledgerDocumentId) {
      const there = places.get(key) ?? [];
      return there.find((place) => place.ledgerDocumentId === ledgerDocumentId) ?? there[0] ?? null;
    },
  };
}

const nameOf = ({ ledgerDocumentId, address }: LedgerPlace): string => `${ledgerDocumentId} ${address}`;
