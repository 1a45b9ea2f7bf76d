import type * as ast from '@/lib/gazette/ast';
import { typesetTexts } from '@/lib/text/typography';
import { differenceOf, listPassages, matchPassages, type Passage, type Stretch } from '@/lib/versions';
import { namePassages } from './passage-names';

/** A stretch of a difference as it is shown. A … stands for same words that are left out. */
export type ShownStretch = Stretch;

/** One line of a comparison. `addresses` are those of the former version that it tells of. */
export type ComparedEntry =
  | { kind: 'changed'; addresses: string[]; name: string; formerName: string; stretches: ShownStretch[] }
  | { kind: 'moved'; addresses: string[]; from: string[]; to: string[] }
  | { kind: 'gone' | 'added'; addresses: string[]; name: string; stretches: ShownStretch[] };

/** What two versions of a document differ in, in the order of the later one. */
export interface Comparison {
  entries: ComparedEntry[];
  counts: Record<ComparedEntry['kind'], number>;
  /** Differences beyond those that are listed. */
  rest: number;
}

/** Differences that a page lists; the versions themselves have all. */
const MOST_ENTRIES = 400;
/** Characters of the same words that stand at a difference. */
const AROUND = 36;
/** Characters of a text that came or went that are shown. */
const LONGEST = 3000;

/** Compares two versions of a document, by section and sentence. Pure and bounded. */
export function compareVersions(former: ast.Document, next: ast.Document): Comparison {
  const one = listPassages(former);
  const other = listPassages(next);
  const matching = matchPassages([one], [other], [0]);
  const [names, nextNames] = [namePassages(one), namePassages(other)];
  const nextAt = new Map(other.map(({ address }, at) => [address, at]));
  const added = new Set(matching.added.map(({ address }) => address));
  /** Indexes of former passages by the address that they are told at. */
  const told = new Map<string, number[]>();
  for (const [at, fate] of matching.fates[0]!.entries()) {
    const place = fate.kind === 'same' ? null : fate.kind === 'gone' ? (fate.near?.address ?? '') : fate.to.address;
    if (place === null) continue;
    const there = told.get(place);
    if (there) there.push(at);
    else told.set(place, [at]);
  }
  const entries: ComparedEntry[] = [];
  let run: { entry: Extract<ComparedEntry, { kind: 'moved' }>; from: number; to: number } | null = null;
  const tell = (at: number, to: number): void => {
    const passage = one[at]!;
    const fate = matching.fates[0]![at]!;
    const { address } = passage;
    if (fate.kind === 'gone') {
      run = null;
      const text = cut(textOf(passage));
      if (text !== '')
        entries.push({ kind: 'gone', addresses: [address], name: names[at]!, stretches: [{ kind: 'removed', text }] });
      return;
    }
    const now = other[to]!;
    if (fate.kind === 'changed' && passage.ownKey !== now.ownKey) {
      run = null;
      entries.push({
        kind: 'changed',
        addresses: [address],
        name: nextNames[to]!,
        formerName: names[at]!,
        stretches: shorten(differenceOf(textOf(passage), textOf(now))),
      });
      return;
    }
    if (address === now.address) return;
    if (run && run.from === at - 1 && run.to === to - 1) {
      run.entry.addresses.push(address);
      run.entry.from.push(names[at]!);
      run.entry.to.push(nextNames[to]!);
      run = { entry: run.entry, from: at, to };
      return;
    }
    const entry = { kind: 'moved' as const, addresses: [address], from: [names[at]!], to: [nextNames[to]!] };
    entries.push(entry);
    run = { entry, from: at, to };
  };
  for (const at of told.get('') ?? []) tell(at, -1);
  for (const [to, passage] of other.entries()) {
    const { address } = passage;
    const text = textOf(passage);
    if (added.has(address) && text !== '')
      entries.push({
        kind: 'added',
        addresses: [],
        name: nextNames[to]!,
        stretches: [{ kind: 'added', text: cut(text) }],
      });
    for (const at of told.get(address) ?? []) tell(at, nextAt.get(address)!);
  }
  const count = (kind: ComparedEntry['kind']): number =>
    entries
      .filter((entry) => entry.kind === kind)
      .reduce((sum, entry) => sum + (entry.kind === 'moved' ? entry.addresses.length : 1), 0);
  return {
    entries: entries.slice(0, MOST_ENTRIES).map(typeset),
    counts: { changed: count('changed'), moved: count('moved'), gone: count('gone'), added: count('added') },
    rest: Math.max(0, entries.length - MOST_ENTRIES),
  };
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……（以下略）` : text);

/** Its own words; the number in front stands above them. */
const textOf = ({ text, marker }: Passage): string =>
  marker !== '' && text.startsWith(marker) ? text.slice(marker.length).trimStart() : text;

/** Leaves out the same words that stand far from any difference. */
function shorten(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, at) => {
    if (stretch.kind !== 'same') return { ...stretch, text: cut(stretch.text) };
    const { text } = stretch;
    const before = at === 0 ? '' : text.slice(0, AROUND);
    const behind = at === stretches.length - 1 ? '' : text.slice(-AROUND);
    return text.length <= before.length + behind.length + 8 ? stretch : { kind: 'same', text: `${before}……${behind}` };
  });
}

/** Sets the punctuation of a line as print has it. */
function typeset(entry: ComparedEntry): ComparedEntry {
  if (entry.kind === 'moved') return entry;
  const texts = typesetTexts(entry.stretches.map(({ text }) => text));
  return { ...entry, stretches: entry.stretches.map(({ kind }, at) => ({ kind, text: texts[at]! })) };
}
