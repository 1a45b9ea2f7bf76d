import { TOTAL_CAP, type SearchConditions } from '@/lib/search/engine';
import type { BenchQuery } from './queries';
import { readDocuments, readSections, type ScannedDocument } from './rows';

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
  words: string[];
  queries: { conditions: SearchConditions; truth: Truth }[];
}

/** Takes queries by words; gives for each what is there. One pass over the database for all of them, without any index. */
export async function scan(url: string, queries: readonly BenchQuery[]): Promise<Map<BenchQuery, Truth>> {
  const truths = new Map<BenchQuery, Truth>();
  const sought = new Map<string, Sought>();
  for (const query of queries) {
    const truth: Truth = { sections: new Set(), titles: new Set(), capped: false };
    truths.set(query, truth);
    const { words } = query.request.query;
    const key = JSON.stringify(words);
    const same = sought.get(key) ?? { words, queries: [] };
    sought.set(key, same);
    same.queries.push({ conditions: query.request.conditions, truth });
  }
  const documents = await readDocuments(url);
  for (const { words, queries: same } of sought.values())
    for (const document of documents.values())
      if (words.every((word) => document.title.includes(word)))
        for (const { conditions, truth } of same) if (isWithin(document, conditions)) truth.titles.add(document.name);
  let open = [...sought.values()];
  for await (const sections of readSections(url)) {
    for (const { documentId, address, text } of sections)
      for (const { words, queries: same } of open) {
        if (!words.every((word) => text.includes(word))) continue;
        const document = documents.get(documentId)!;
        for (const { conditions, truth } of same) {
          if (truth.capped || !isWithin(document, conditions)) continue;
          truth.sections.add(`${document.name}#${address}`);
          truth.capped = truth.sections.size > TOTAL_CAP;
        }
      }
    open = open.filter(({ queries: same }) => same.some(({ truth }) => !truth.capped));
  }
  return truths;
}

const isWithin = (document: ScannedDocument, { municipality, from, to, genre }: SearchConditions): boolean =>
  (municipality === undefined || document.municipality === municipality) &&
  (from === undefined || document.day >= from) &&
  (to === undefined || document.day <= to) &&
  (genre === undefined || document.genre === genre);
