import { Prisma } from '@/lib/db/generated/client';
import { codesOfWords } from '@/lib/search/text/grams';
import type { SearchQuery } from '@/lib/search/query';
import { findBest, readSections } from './best-sections';
import { collectHits } from './collect';
import { all, type Scope } from '@/lib/db/search/planner/conditions';
import type { DocumentSections, HitSource } from './source';
import { getFrequencies } from '@/lib/db/search/planner/frequencies';
import { makePlan } from '@/lib/db/search/planner/plan';
import { findTitleHits } from './titles';
import {
  inHeadingSql,
  isHitOfDocuments,
  provedBy,
  wordsSql,
  type MatchConditions,
} from '@/lib/db/search/planner/match-conditions';

/** Makes the source that finds by words; without words, the documents of the scope. */
export function wordSource({ words, excluded }: Pick<SearchQuery, 'words' | 'excluded'>, scope: Scope): HitSource {
  const conditions = { words, excluded, scope };
  const hasWords = words.length > 0;
  return {
    titles: (order, limit) =>
      hasWords && scope.limitsPlace ? Promise.resolve([]) : findTitleHits({ ...conditions, order }, limit),
    sections: (order, limit) => (hasWords ? collectHits({ ...conditions, target: 'section', order }, limit) : none()),
    isLikelyMoreThan: (count) => isLikelyMoreThan(count, words, scope),
    headings: (limit) =>
      hasWords ? collectHits({ ...conditions, target: 'heading', order: 'newest' }, limit) : none(),
    details: (documentIds, known) => {
      if (!hasWords) return Promise.resolve(new Map<number, DocumentSections>());
      const others = documentIds.filter((id) => !known.has(id));
      const hits = hitsIn({ ...conditions, target: 'section', order: 'newest' }, others);
      return findBest(known, others.length > 0 ? hits : null, words);
    },
    read: (sectionIds) => readSections(words, sectionIds),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- nothing to wait for
async function* none(): AsyncGenerator<never> {
  yield* [];
}

async function isLikelyMoreThan(count: number, words: string[], scope: Scope): Promise<boolean> {
  // How many of them lie in a period is not estimated.
  if (words.length === 0 || scope.narrow || scope.from || scope.to) return false;
  const { rows, rate, worth } = makePlan(words, scope, 'section', await getFrequencies());
  return rows * rate * worth > count;
}

/**
 * Selects all hits in some documents. The index on grams finds them, so that no other section of
 * these documents is read.
 */
function hitsIn(conditions: MatchConditions, documentIds: number[]): Prisma.Sql {
  const { scheme } = conditions.scope;
  const codes = codesOfWords(conditions.words, scheme);
  return Prisma.sql`
    SELECT section."id", section."documentId", section."position", (${inHeadingSql(conditions)})::int AS "worth"
    FROM "Section" section
    WHERE ${all([isHitOfDocuments(codes, documentIds, scheme), conditions.scope.section, wordsSql(conditions, provedBy(codes, scheme))])}`;
}
