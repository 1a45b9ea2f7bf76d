import { leavesAt, listSectionLeaves, printedName, type PlacedLeaf, type SectionLeaves } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { FoundSection } from '@/lib/search/engine';
import { fitsNumber } from './fits-number';
import {
  normalise,
  normaliseWithOffsets,
  sourceRange,
  type NormalisedText,
  type Range,
} from '@/lib/search/text/normalise';
import { alternativesOf, listMarked, type SearchQuery } from '@/lib/search/query';
import { makeSnippet, markWords } from './snippet';
import { titleKey } from '@/lib/search/text/title-key';

/** Sections with hits that are listed; in the others the words are only marked. */
const SECTIONS_LISTED = 50;

/**
 * Ranges to mark, by the leaf that prints them.
 *
 * They count in UTF-16 units of its `value`, ascending and disjoint.
 */
export type Marks = ReadonlyMap<ast.Node, readonly Range[]>;

/** A section with hits, as the page lists it. */
export interface MarkedSection extends FoundSection {
  /** Marked places in heading and text. */
  count: number;
}

/** The sections of a document that have hits, and their marks. */
interface MarkedSections {
  /** Addresses of all of them, in the order of the text. */
  addresses: ReadonlySet<string>;
  /** The first of them, at most `limit`. */
  sections: MarkedSection[];
  marks: Marks;
}

/** The hits of a search inside one document. */
export interface DocumentMarks extends MarkedSections {
  /** Ranges of the document's title. */
  titleMarks: Range[];
  /** Whether the title has all the words. */
  titleFound: boolean;
  /** Whether no section has all the words: the sections are then those that have one of them. */
  scattered: boolean;
}

/**
 * Finds and marks the words of a search in one document.
 *
 * A section is found by what the engine requires: its heading and own text have all words and no
 * excluded one, or it cites the number, in whatever spelling. Where no section and not the title
 * has all of several words, those with any of them are found. Conditions on the document (标题: 机关:
 * 年: 文号:) are not checked.
 */
export function markDocument(tree: ast.Document, query: SearchQuery, limit = SECTIONS_LISTED): DocumentMarks {
  const { words, excluded, title, number } = query;
  const inTitle = [...words, ...title];
  const matchTitle = normalise(tree.title);
  const has = (word: string): boolean => matchTitle.includes(word);
  const titleFound =
    inTitle.length > 0 && inTitle.every((word) => alternativesOf(word).some(has)) && !excluded.some(has);
  const listed = words.length > 0 || number ? listSectionLeaves(tree) : [];
  const key = titleKey(tree.title);
  const find = (scattered: boolean): MarkedSections =>
    findSections(listed, (each) => findPlaces(each, query, key, scattered), limit);
  const together = find(false);
  const scattered = together.addresses.size === 0 && !titleFound && words.length > 1 && number === null;
  return {
    ...(scattered ? find(true) : together),
    scattered,
    titleMarks: markWords(tree.title, listMarked(inTitle)),
    titleFound,
  };
}

function findSections(
  listed: SectionLeaves[],
  placesOf: (each: SectionLeaves) => Places | null,
  limit: number,
): MarkedSections {
  const marks = new Map<ast.Node, Range[]>();
  const sections: MarkedSection[] = [];
  const addresses = new Set<string>();
  for (const each of listed) {
    const places = placesOf(each);
    if (!places) continue;
    addMarks(marks, each.heading, places.heading);
    addMarks(marks, each.text, places.text);
    if (addresses.size < limit) sections.push(toFound(each, places));
    addresses.add(each.section.address);
  }
  return { addresses, sections, marks: new Map([...marks].map(([leaf, ranges]) => [leaf, joinOverlaps(ranges)])) };
}

/** Places in a section, in units of its heading and of its text. */
interface Places {
  heading: Range[];
  text: Range[];
  /** The words for the snippet, normalised. */
  words: string[];
}

/** Finds the places of a search in a section; null where the search does not find it. */
function findPlaces(
  { section, ...leaves }: SectionLeaves,
  query: SearchQuery,
  key: string,
  scattered: boolean,
): Places | null {
  // Stored text for matching has the document's title once, as its title
  // (lib/db/ingest/rows/prepare-rows.ts).
  const name = printedName(section);
  const isTitle = section.kind === 'part' && titleKey(name) === key;
  const heading = normaliseWithOffsets(isTitle ? '' : name);
  const text = normaliseWithOffsets(section.text);
  const has = (word: string): boolean => heading.text.includes(word) || text.text.includes(word);
  if (query.excluded.some(has)) return null;
  const found = query.words.map((word) => alternativesOf(word).filter(has));
  const words = scattered || found.every((alternatives) => alternatives.length > 0) ? [...new Set(found.flat())] : [];
  const { number } = query;
  const cited = new Set<ast.Node>();
  if (number) {
    for (const { citation } of section.citations) if (fitsNumber(citation, number)) cited.add(citation);
  }
  if (words.length === 0 && cited.size === 0) return null;
  const placesIn = (normalised: NormalisedText, placed: readonly PlacedLeaf[]): Range[] =>
    joinOverlaps([...findWords(normalised, words), ...placed.filter(({ leaf }) => cited.has(leaf))]);
  return {
    heading: placesIn(heading, leaves.heading),
    text: placesIn(text, leaves.text),
    words: [...words, ...leaves.text.filter(({ leaf }) => cited.has(leaf)).map(({ leaf }) => normalise(leaf.value))],
  };
}

/**
 * Lists every place of the words, also overlapping ones (人人 twice in 人人人), as ranges of the source.
 */
function findWords(normalised: NormalisedText, words: readonly string[]): Range[] {
  return words.flatMap((word) => {
    const ranges: Range[] = [];
    for (let at = normalised.text.indexOf(word); at >= 0; at = normalised.text.indexOf(word, at + 1))
      ranges.push(sourceRange(normalised, { start: at, end: at + word.length }));
    return ranges;
  });
}

/** Sorts ranges and joins those that overlap; ranges that only touch stay apart. */
function joinOverlaps(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const before = joined.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function addMarks(marks: Map<ast.Node, Range[]>, placed: readonly PlacedLeaf[], ranges: readonly Range[]): void {
  for (const range of ranges) {
    for (const { leaf, start, end } of leavesAt(placed, range)) {
      const before = marks.get(leaf);
      if (before) before.push({ start, end });
      else marks.set(leaf, [{ start, end }]);
    }
  }
}

function toFound({ section, heading, text }: SectionLeaves, places: Places): MarkedSection {
  const { address, kind, partKind, marker, heading: words, path } = section;
  // The heading of a section without one is the beginning of its text.
  const twice = heading.length > 0 && heading.at(-1)?.leaf === text[0]?.leaf;
  return {
    address,
    kind,
    partKind,
    marker,
    heading: words,
    path,
    headingMarks: places.heading,
    snippet: makeSnippet(section.text, places.words),
    count: places.text.length + (twice ? 0 : places.heading.length),
  };
}
