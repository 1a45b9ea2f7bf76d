import { diffArrays } from 'diff';
import { LikenessCounter, SketchIndex } from './likeness';
import type { Passage } from './passages';

/** A place among the next documents. */
export interface PassagePlace {
  /** Which of the documents, from 0. */
  document: number;
  address: string;
}

/** What became of the words at an address. */
export type Fate =
  /** They are there still. */
  | { kind: 'same' }
  /** All of them stand elsewhere, alone or with others. */
  | { kind: 'moved'; to: PassagePlace }
  /**
   * Words alike stand at `to`, which may be the same address. `below`: what has an address of its
   * own inside is other, not the words between.
   */
  | { kind: 'changed'; to: PassagePlace; scope: 'own' | 'below' }
  /** Nothing alike is there. `near` is where they stood: what is left of what stood before them. */
  | { kind: 'gone'; near: PassagePlace | null };

/** What became of the passages of former documents. */
export interface Matching {
  /** Of each document, of each of its passages in their order. */
  fates: Fate[][];
  /** Passages of the next documents that nothing led to. */
  added: PassagePlace[];
}

/** Fewer characters say nothing about where they come from, when they stand among others. */
const TELLING_LENGTH = 12;
/** Likeness from which words count as the same words corrected. */
const ALIKE = 0.5;
/** Share of former words that must stand in another passage for it to have taken them over. */
const TAKEN_OVER = 0.8;
const CANDIDATES = 6;
/** Edits between two lists of passages; beyond, equal words are matched in their order. */
const MOST_EDITS = 4000;

interface Next {
  passage: Passage;
  place: PassagePlace;
  isTaken: boolean;
}

/**
 * Finds what became of each passage of documents.
 *
 * Pure. The cost grows with the text: equal words are found by their names, alike ones by what they
 * share, and lists that share nothing are given up after a bounded number of steps.
 * @param former the documents as they were
 * @param next the documents as they are
 * @param pairs of each former document, which of the next ones it is now; null where none
 */
export function matchPassages(
  former: readonly (readonly Passage[])[],
  next: readonly (readonly Passage[])[],
  pairs: readonly (number | null)[],
): Matching {
  const all = next.map((passages, document) =>
    passages.map((passage): Next => ({ passage, place: { document, address: passage.address }, isTaken: false })),
  );
  const fates = former.map((passages) => new Array<Fate | undefined>(passages.length));
  const state: State = { former, all, fates, pairs };
  matchSame(state);
  matchInOrder(state);
  matchAnywhere(state);
  matchAlike(state);
  const settled = former.map((passages, document) =>
    passages.map((_, at) => fates[document]![at] ?? { kind: 'gone' as const, near: placeBefore(state, document, at) }),
  );
  const added = all.flat().flatMap(({ place, isTaken }) => (isTaken ? [] : [place]));
  return { fates: settled, added };
}

interface State {
  former: readonly (readonly Passage[])[];
  all: readonly (readonly Next[])[];
  fates: (Fate | undefined)[][];
  pairs: readonly (number | null)[];
}

/** The same words at the same address. */
function matchSame({ former, all, fates, pairs }: State): void {
  for (const [document, passages] of former.entries()) {
    const pair = pairs[document] ?? null;
    if (pair === null) continue;
    const byAddress = new Map(all[pair]!.map((each) => [each.passage.address, each]));
    for (const [at, passage] of passages.entries()) {
      const there = byAddress.get(passage.address);
      if (there?.passage.key !== passage.key) continue;
      there.isTaken = true;
      fates[document]![at] = { kind: 'same' };
    }
  }
}

/** The same words in the same order, so that of two equal passages each keeps its own place. */
function matchInOrder({ former, all, fates, pairs }: State): void {
  for (const [document, passages] of former.entries()) {
    const pair = pairs[document] ?? null;
    if (pair === null) continue;
    const left = passages.flatMap((passage, at) =>
      fates[document]![at] || passage.words === '' ? [] : [{ passage, at }],
    );
    const open = all[pair]!.filter(({ isTaken, passage }) => !isTaken && passage.words !== '');
    const known = new Set(open.map(({ passage }) => passage.key));
    const keys = left.filter(({ passage }) => known.has(passage.key));
    const wanted = new Set(keys.map(({ passage }) => passage.key));
    const candidates = open.filter(({ passage }) => wanted.has(passage.key));
    const changes = diffArrays(
      keys.map(({ passage }) => passage.key),
      candidates.map(({ passage }) => passage.key),
      { maxEditLength: MOST_EDITS },
    );
    let formerAt = 0;
    let nextAt = 0;
    for (const change of changes ?? []) {
      if (change.removed) formerAt += change.value.length;
      else if (change.added) nextAt += change.value.length;
      else
        for (let count = change.value.length; count > 0; count--) {
          const found = candidates[nextAt++]!;
          found.isTaken = true;
          fates[document]![keys[formerAt++]!.at] = { kind: 'moved', to: found.place };
        }
    }
  }
}

/** The same words in another order, or in another document. */
function matchAnywhere({ former, all, fates, pairs }: State): void {
  const byKey = new Map<string, Next[]>();
  for (const each of all.flat()) {
    if (each.isTaken || each.passage.words === '') continue;
    const there = byKey.get(each.passage.key);
    if (there) there.push(each);
    else byKey.set(each.passage.key, [each]);
  }
  for (const [document, passages] of former.entries())
    for (const [at, passage] of passages.entries()) {
      if (fates[document]![at]) continue;
      const open = (byKey.get(passage.key) ?? []).filter(({ isTaken }) => !isTaken);
      const found = open.find(({ place }) => place.document === pairs[document]) ?? open[0];
      if (!found) continue;
      found.isTaken = true;
      fates[document]![at] = { kind: 'moved', to: found.place };
    }
}

/** Words corrected, taken over by other passages, or parted. */
function matchAlike({ former, all, fates, pairs }: State): void {
  const flat = all.flat();
  const open = former.flatMap((passages, document) =>
    passages.flatMap((passage, at) => (fates[document]![at] ? [] : [{ document, at, passage }])),
  );
  if (open.length === 0) return;
  const index = new SketchIndex<Next>();
  for (const each of flat) index.add(each, each.passage.words);
  const counter = new LikenessCounter();
  for (const { document, at, passage } of open) {
    const pair = pairs[document] ?? null;
    const same = pair === null ? undefined : all[pair]!.find((each) => each.passage.address === passage.address);
    const candidates = [...new Set([...(same ? [same] : []), ...index.find(passage.words, CANDIDATES)])].map(
      (each) => ({
        each,
        ...counter.compare(passage, each.passage),
        isSame: each === same,
      }),
    );
    const free = candidates.filter(({ each, isSame }) => !each.isTaken || isSame);
    // Words that are the same but for a few may be at the same address or behind it.
    const alike = bestOf(free.filter(({ shared, each, isSame }) => shared >= ALIKE && !(isSame && each.isTaken)));
    if (alike) {
      alike.each.isTaken = true;
      fates[document]![at] = changedTo(passage, alike.each);
      continue;
    }
    const holder =
      smallest(
        candidates.filter(
          ({ kept, each }) =>
            kept >= TAKEN_OVER && passage.words.length >= TELLING_LENGTH && each.passage.kind !== 'part',
        ),
      ) ??
      (passage.words.length >= TELLING_LENGTH
        ? smallest(candidates.filter(({ kept }) => kept >= TAKEN_OVER))
        : undefined);
    if (holder) {
      const isWhole = holder.each.passage.words.includes(passage.words) && !holder.isSame;
      fates[document]![at] = isWhole ? { kind: 'moved', to: holder.each.place } : changedTo(passage, holder.each);
      continue;
    }
    const parted = bestOf(candidates.filter(({ shared }) => shared >= ALIKE));
    if (parted) fates[document]![at] = changedTo(passage, parted.each);
    // A heading, or a bare number, with other words below it: nothing but its address tells of it.
    else if (same && !same.isTaken && passage.ownKey === same.passage.ownKey) {
      same.isTaken = true;
      fates[document]![at] = changedTo(passage, same);
    }
  }
}

interface Candidate {
  each: Next;
  shared: number;
  kept: number;
  isSame: boolean;
}

/** The most alike; of equals the one at the same address. */
const bestOf = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort((one, other) => other.shared - one.shared || Number(other.isSame) - Number(one.isSame))[0];

const smallest = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort((one, other) => one.each.passage.words.length - other.each.passage.words.length)[0];

const changedTo = (passage: Passage, { passage: now, place }: Next): Fate => ({
  kind: 'changed',
  to: place,
  scope: passage.ownKey === now.ownKey ? 'below' : 'own',
});

/** Where a passage that is gone stood: behind what is left of what stood before it. */
function placeBefore({ former, fates, pairs, all }: State, document: number, at: number): PassagePlace | null {
  const placeOf = (index: number): PassagePlace | null => {
    const fate = fates[document]![index];
    if (!fate) return null;
    if (fate.kind === 'same') return { document: pairs[document]!, address: former[document]![index]!.address };
    return fate.kind === 'gone' ? null : fate.to;
  };
  for (let index = at - 1; index >= 0; index--) {
    const place = placeOf(index);
    if (place && place.document === (pairs[document] ?? place.document)) return place;
  }
  const first = pairs[document] == null ? undefined : all[pairs[document]]![0];
  return first?.place ?? null;
}
