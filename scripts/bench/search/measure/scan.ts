import { TOTAL_CAP, type SearchConditions } from '@/lib/search/engine';
import { alternativesOf } from '@/lib/search/query';
import type { BenchQuery } from '../queries/queries';
import { readDocuments, readSections, type ScannedDocument } from '../corpus/rows';

/** What there is to be found, by looking at every text. */
export interface Truth {
  /** Sections that have all the words, up to the first one that need not be counted. */
  sections: Set<string>;
  /** Documents whose title has them. */
  titles: Set<string>;
  /** More than TOTAL_CAP sections: they were not counted any further. */
  capped: boolean;
}

/** Everything that is wanted of the same words. */
interface Sought {
  /** One alternative of each. */
  words: string[][];
  queries: { conditions: SearchConditions; truth: Truth }[];
}

/**
 * Takes queries by words; gives for each what is there. One pass over the database for all of them,
 * without any index.
 */
export async function scan(url: string, queries: readonly BenchQuery[]): Promise<Map<BenchQuery, Truth>> {
  const truths = new Map<BenchQuery, Truth>();
  const sought = new Map<string, Sought>();
  for (const query of queries) {
    const truth: Truth = { sections: new Set(), titles: new Set(), capped: false };
    truths.set(query, truth);
    const words = query.request.query.words.map(alternativesOf);
    const key = JSON.stringify(words);
    const same = sought.get(key) ?? { words, queries: [] };
    sought.set(key, same);
    same.queries.push({ conditions: query.request.conditions, truth });
  }
  const documents = await readDocuments(url);
  for (const { words, queries: same } of sought.values())
    for (const document of documents.values())
      if (hasAll(document.title, words))
        for (const { conditions, truth } of same) if (isWithin(document, conditions)) truth.titles.add(document.name);
  let open = byBeginning([...sought.values()]);
  let closed = 0;
  for await (const sections of readSections(url)) {
    for (const { documentId, address, text } of sections)
      for (const each of beginningIn(text, open)) {
        if (!hasAll(text, each.words)) continue;
        const document = documents.get(documentId)!;
        for (const { conditions, truth } of each.queries) {
          if (truth.capped || !isWithin(document, conditions)) continue;
          truth.sections.add(`${document.name}#${address}`);
          truth.capped = truth.sections.size > TOTAL_CAP;
        }
      }
    const left = [...sought.values()].filter(({ queries: same }) => same.some(({ truth }) => !truth.capped));
    if (sought.size - left.length > closed) open = byBeginning(left);
    closed = sought.size - left.length;
  }
  return truths;
}

const hasAll = (text: string, words: readonly string[][]): boolean =>
  words.every((alternatives) => alternatives.some((word) => text.includes(word)));

/**
 * What is sought by the first two units of each alternative of its first word, and where that is
 * one unit, by this.
 */
type ByBeginning = Map<number, Sought[]>;

function byBeginning(sought: readonly Sought[]): ByBeginning {
  const groups: ByBeginning = new Map();
  for (const each of sought) {
    for (const first of each.words[0] ?? []) {
      const key = first.length === 1 ? first.charCodeAt(0) : pairAt(first, 0);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
  }
  return groups;
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/**
 * What may stand in the text because its beginning does: looking for a thousand words in turn would
 * take an hour at a million sections.
 */
function beginningIn(text: string, groups: ByBeginning): Set<Sought> {
  const found = new Set<Sought>();
  for (let at = 0; at < text.length; at++) {
    for (const each of groups.get(text.charCodeAt(at)) ?? none) found.add(each);
    if (at + 1 < text.length) for (const each of groups.get(pairAt(text, at)) ?? none) found.add(each);
  }
  return found;
}

const none: readonly Sought[] = [];

const isWithin = (document: ScannedDocument, { municipality, from, to, genre }: SearchConditions): boolean =>
  (municipality === undefined || document.municipality === municipality) &&
  (from === undefined || document.day >= from) &&
  (to === undefined || document.day <= to) &&
  (genre === undefined || document.genre === genre);
