/** A place inside one of the documents that the ledger knows. */
export interface LedgerPlace {
  ledgerDocumentId: number;
  address: string;
}

/** What an address inside a document meant until a change: a row of the ledger. */
export interface FormerMeaning extends LedgerPlace {
  /** The change that ended it, and when that was: changes of one ingest have one instant. */
  changeId: number;
  until: Date;
  /** The version that had it, and the one behind the change: equal where the words are the same. */
  fromVersion: number;
  toVersion: number;
  /** 第九条, and its name, as printed. */
  marker: string;
  heading: string;
  wordsKey: string;
  /** The beginning of its words. */
  beginning: string;
  kind: string;
  to: LedgerPlace | null;
}

/** Where words are now that an address meant once. */
export type Whereabouts =
  /** All of them stand there. */
  | { kind: 'moved'; to: LedgerPlace }
  /** Others like them do. */
  | { kind: 'changed'; to: LedgerPlace }
  /** Nowhere; `near` is where they stood, as far as that is still there. */
  | { kind: 'gone'; near: LedgerPlace | null };

/** What is known of the ledger and of what is shown now. */
export interface LedgerView {
  /** What an address meant, the earliest change first. */
  meaningsOf: (place: LedgerPlace) => readonly FormerMeaning[];
  /**
   * The key of the words that are at a place now; null where nothing is, undefined where that is
   * not known.
   */
  presentKey: (place: LedgerPlace) => string | null | undefined;
  /** Where words are now, by their key, in documents whose words are known. */
  placeOf: (key: string, ledgerDocumentId: number) => LedgerPlace | null;
}

/**
 * Finds where words are now that an address meant once, through all later changes.
 *
 * Each step goes to what the place that they were led to meant until the next change. Changes of
 * one ingest are made at once: of two of them none follows on the other.
 */
export function followPassage(meaning: FormerMeaning, view: LedgerView): Whereabouts {
  const { wordsKey } = meaning;
  let last = meaning;
  let isWhole = true;
  for (;;) {
    if (last.kind === 'gone') return again(meaning, view) ?? { kind: 'gone', near: followPlace(last, view) };
    isWhole &&= last.kind === 'moved';
    // A row that leads nowhere is damaged: nothing is known of where its words are.
    if (last.to === null) return again(meaning, view) ?? { kind: 'gone', near: null };
    const to = last.to;
    const next = nextMeaning(to, last, view);
    if (!next) {
      const key = view.presentKey(to);
      if (key === wordsKey) return { kind: 'moved', to };
      const elsewhere = again(meaning, view);
      if (elsewhere) return elsewhere;
      if (key === null) return { kind: 'gone', near: null };
      return { kind: isWhole ? 'moved' : 'changed', to };
    }
    if (next.wordsKey === wordsKey) isWhole = true;
    last = next;
  }
}

/** What a place meant until the first change behind the one of a row. */
function nextMeaning(place: LedgerPlace, last: FormerMeaning, view: LedgerView): FormerMeaning | undefined {
  return view
    .meaningsOf(place)
    .find(({ changeId, until }) => changeId > last.changeId && until.getTime() !== last.until.getTime());
}

/** The same words, where they stand in the document again. */
function again({ wordsKey, ledgerDocumentId }: FormerMeaning, view: LedgerView): Whereabouts | null {
  const to = view.placeOf(wordsKey, ledgerDocumentId);
  return to && { kind: 'moved', to };
}

/** Follows the place where words stood that are gone: what is left of what stands there now. */
function followPlace(gone: FormerMeaning, view: LedgerView): LedgerPlace | null {
  let place = gone.to;
  let last = gone;
  while (place !== null) {
    const next = nextMeaning(place, last, view);
    if (!next) return view.presentKey(place) === null ? null : place;
    place = next.to;
    last = next;
  }
  return null;
}

/** What an address meant, each meaning once: the last time that it had it. */
export function distinctMeanings(meanings: readonly FormerMeaning[]): FormerMeaning[] {
  const byKey = new Map<string, FormerMeaning>();
  for (const meaning of meanings) {
    byKey.delete(meaning.wordsKey);
    byKey.set(meaning.wordsKey, meaning);
  }
  return [...byKey.values()].reverse();
}

/** What an address means that had others before. */
export interface MeaningNow {
  meaning: FormerMeaning;
  now: Whereabouts;
}

/**
 * Decides what a document answers at an address that it does not have now.
 * @param meanings all that it meant, each once
 * @returns where it leads: only where everything that it ever meant is at one place, unchanged
 */
export function leadsTo(meanings: readonly MeaningNow[]): LedgerPlace | null {
  const places = meanings.map(({ now }) => (now.kind === 'moved' ? now.to : null));
  const [first] = places;
  if (!first) return null;
  const isSame = places.every(
    (place) => place?.ledgerDocumentId === first.ledgerDocumentId && place.address === first.address,
  );
  return isSame ? first : null;
}
