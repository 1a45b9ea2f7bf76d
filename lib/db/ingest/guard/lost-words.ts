import type { Fate, Passage } from '@/lib/versions';
import type { Succession } from '@/lib/db/ingest/ledger/plan-changes';

/** What a former document would lose. */
export interface LostWords {
  /** Characters that stand nowhere any more, and that no others came in place of. */
  characters: number;
  /** Characters that it has. */
  of: number;
  /** The first passage that loses some; null where none does. */
  first: { passage: Passage; fate: Fate; words: string } | null;
}

/** What ends a piece: words that move together. */
const BETWEEN = /[。！？；!?;\s]+/u;
/** Of so many characters a piece is found by its parts, where its ends are others. */
const LONG_PIECE = 12;
const GROUP = 4;
/** Of fewer characters words are alike by their characters, of more by pairs of them. */
const SHORT_PIECE = 8;
/** Share of its parts that must stand in the next text. */
const FOUND = 0.9;
/** What is no reading: bytes that meant nothing, controls, private characters. */
const ILLEGIBLE = /[\uFFFD\p{C}]/gu;

/** Lists the words of a passage, without its number and without what has an address of its own. */
function piecesOf({ text, marker }: Passage): string[] {
  const own = marker !== '' && text.startsWith(marker) ? text.slice(marker.length) : text;
  return own.split(BETWEEN).filter((piece) => piece !== '');
}

const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
const legibleLength = (piece: string): number => piece.replace(ILLEGIBLE, '').length;

/** Whether words of this fate stand where they are said to: nothing of their own is other. */
const isWhole = (fate: Fate): boolean =>
  fate.kind === 'same' || fate.kind === 'moved' || (fate.kind === 'changed' && fate.scope === 'below');

/**
 * Counts what each former document would lose.
 *
 * Words that stand elsewhere are not lost, and words that were corrected are not as far as legible
 * ones came in their place. Pure; the cost grows with the text of the file, and only where a
 * passage is changed or gone.
 */
export function countLostWords({ former, passages, matching }: Succession): LostWords[] {
  const counted = former.map((each): LostWords => ({
    characters: 0,
    of: each.passages.reduce((sum, passage) => sum + lengthOf(piecesOf(passage)), 0),
    first: null,
  }));
  const open = former.flatMap((each, document) =>
    each.passages.flatMap((passage, at) => {
      const fate = matching.fates[document]![at]!;
      return each.hasEnded || isWhole(fate) ? [] : [{ document, passage, fate }];
    }),
  );
  if (open.length === 0) return counted;
  const next = new NextWords(passages.flat());
  for (const [document, each] of former.entries())
    for (const [at, passage] of each.passages.entries())
      if (!each.hasEnded && isWhole(matching.fates[document]![at]!)) next.takeAll(piecesOf(passage));
  const missing = open.map((each) => ({
    ...each,
    pieces: piecesOf(each.passage).filter((piece) => !next.take(piece)),
  }));
  const places = new Map<string, Replacement>();
  for (const { fate, pieces } of missing) {
    if (fate.kind !== 'changed' || pieces.length === 0) continue;
    const place = placeOf(fate);
    const replacement = places.get(place) ?? new Replacement();
    replacement.expect(pieces);
    places.set(place, replacement);
  }
  const byAddress = passages.map((list) => new Map(list.map((passage) => [passage.address, passage])));
  for (const { document, passage, fate, pieces } of missing) {
    let lost = lengthOf(pieces);
    if (lost > 0 && fate.kind === 'changed') {
      const there = byAddress[fate.to.document]!.get(fate.to.address);
      lost -= places.get(placeOf(fate))!.cover(lost, () => (there ? next.takeRest(piecesOf(there)) : []));
    }
    if (lost === 0) continue;
    const count = counted[document]!;
    count.characters += lost;
    count.first ??= { passage, fate, words: pieces[0]! };
  }
  return counted;
}

const placeOf = ({ to }: Extract<Fate, { kind: 'changed' }>): string => `${to.document} ${to.address}`;

/** What came at a place where words are missing. */
class Replacement {
  private readonly characters = new Set<string>();
  private readonly pairs = new Set<string>();
  private left: number | null = null;

  /** Takes words that are missing there. */
  expect(pieces: readonly string[]): void {
    for (const piece of pieces) {
      for (const character of piece) this.characters.add(character);
      for (const pair of groupsOf(piece, 2)) this.pairs.add(pair);
    }
  }

  /**
   * Covers missing characters by what came.
   * @param came gives the words that came; called once
   * @returns how many of them
   */
  cover(missing: number, came: () => readonly string[]): number {
    this.left ??= came().reduce((sum, piece) => sum + (this.isAlike(piece) ? legibleLength(piece) : 0), 0);
    const covered = Math.min(this.left, missing);
    this.left -= covered;
    return covered;
  }

  /** Whether words may be the missing ones corrected: some of them are the same. */
  private isAlike(piece: string): boolean {
    const [parts, known, share] =
      piece.length < SHORT_PIECE ? [[...piece], this.characters, 0.3] : [groupsOf(piece, 2), this.pairs, 0.15];
    return parts.filter((part) => known.has(part)).length >= parts.length * share;
  }
}

/** The words of the next documents, each of which may be taken once. */
class NextWords {
  private readonly left = new Map<string, number>();
  private readonly all: readonly Passage[];
  private groups: Set<string> | null = null;

  constructor(passages: readonly Passage[]) {
    this.all = passages;
    for (const passage of passages)
      for (const piece of piecesOf(passage)) this.left.set(piece, (this.left.get(piece) ?? 0) + 1);
  }

  takeAll(pieces: readonly string[]): void {
    for (const piece of pieces) this.takeOne(piece);
  }

  /** Whether the words stand somewhere: as they are, or with other ends. */
  take(piece: string): boolean {
    return this.takeOne(piece) || (piece.length >= LONG_PIECE && this.isSpread(piece));
  }

  /** Takes what nobody has taken of a passage. */
  takeRest(pieces: readonly string[]): string[] {
    return pieces.filter((piece) => this.takeOne(piece));
  }

  private isLeft(piece: string): boolean {
    return (this.left.get(piece) ?? 0) > 0;
  }

  private takeOne(piece: string): boolean {
    const count = this.left.get(piece) ?? 0;
    if (count > 0) this.left.set(piece, count - 1);
    return count > 0;
  }

  private isSpread(piece: string): boolean {
    // What stands where it stood is no other place of the same words.
    this.groups ??= new Set(
      this.all.flatMap((passage) =>
        groupsOf(
          piecesOf(passage)
            .filter((each) => this.isLeft(each))
            .join(''),
          GROUP,
        ),
      ),
    );
    const groups = groupsOf(piece, GROUP);
    const found = groups.filter((group) => this.groups!.has(group)).length;
    return found >= groups.length * FOUND;
  }
}

const groupsOf = (text: string, size: number): string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));
