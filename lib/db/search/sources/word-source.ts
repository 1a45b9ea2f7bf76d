import { Prisma } from '@/lib/db/generated/client';
import { alternativesOf, listMarked, type SearchQuery } from '@/lib/search/query';
import { findBest, readSections } from './best-sections';
import { collectHits } from './collect';
import { codesOfArms, provedBy, type Alternatives } from '@/lib/db/search/planner/arms';
import type { Scope } from '@/lib/db/search/planner/conditions';
import { all } from '@/lib/db/search/sql/alternatives-sql';
import type { Order } from '@/lib/db/search/planner/order';
import type { DocumentSections, HitSource } from './source';
import { getFrequencies } from '@/lib/db/search/planner/frequencies';
import { makePlan } from '@/lib/db/search/planner/plan';
import { findTitleHits } from './titles';
import {
  inHeadingSql,
  isHitOfDocuments,
  isTypedSection,
  wordsSql,
  type MatchConditions,
  type WordConditions,
} from '@/lib/db/search/planner/match-conditions';

type Words = Pick<SearchQuery, 'words' | 'title' | 'excluded'>;

/** Makes the source that finds by words; without words, the documents of the scope. */
export function wordSource(query: Words, scope: Scope): HitSource {
  const { excluded } = query;
  const typed = typedOf(query.words);
  const words = query.words.map(alternativesOf);
  const marked = listMarked(query.words);
  const conditions = { words, typed, excluded, scope };
  const hasWords = words.length > 0;
  const inTitle = { ...conditions, typed: typedOf([...query.words, ...query.title]) };
  return {
    titles: (order, limit) =>
      hasWords && scope.limitsPlace ? Promise.resolve([]) : findTitleHits({ ...inTitle, order }, limit),
    sections: (order, limit) => (hasWords ? collectHits({ ...conditions, target: 'section', order }, limit) : none()),
    isLikelyMoreThan: (count) => isLikelyMoreThan(count, words, scope),
    headings: (limit) =>
      hasWords ? collectHits({ ...conditions, target: 'heading', order: 'newest' }, limit) : none(),
    details: (documentIds, known) => {
      if (!hasWords) return Promise.resolve(new Map<number, DocumentSections>());
      const others = documentIds.filter((id) => !known.has(id));
      const hits = hitsIn({ ...conditions, target: 'section', order: 'newest' }, others);
      return findBest(known, others.length > 0 ? hits : null, marked);
    },
    read: (sectionIds) => readSections(marked, sectionIds),
    halves:
      typed && hasWords
        ? {
            typed: wordSource(withoutOthers(query), scope),
            others: othersSource({ ...conditions, words: withoutTyped(query) }),
          }
        : null,
  };
}

/** Gives the alternatives that were typed; null where there are no others. */
const typedOf = (words: SearchQuery['words']): WordConditions['typed'] =>
  words.some(({ also }) => also.length > 0) ? words.map(({ typed }) => typed) : null;

/** Makes the source of sections that have the words only with others for those typed. */
function othersSource(conditions: Omit<MatchConditions, 'target' | 'order'>) {
  const given = { ...conditions, lacksTyped: true };
  return {
    sections: (order: Order, limit: number) => collectHits({ ...given, target: 'section', order }, limit),
    headings: (limit: number) => collectHits({ ...given, target: 'heading', order: 'newest' }, limit),
    isLikelyMoreThan: (count: number) => isLikelyMoreThan(count, conditions.words, conditions.scope),
  } as const;
}

/** Gives the alternatives without which no hit lacks the typed words: of one word the others. */
const withoutTyped = ({ words }: Words): Alternatives[] =>
  words.length === 1 ? words.map(({ also }) => also) : words.map(alternativesOf);

const withoutOthers = ({ words, ...query }: Words): Words => ({
  ...query,
  words: words.map((word) => ({ ...word, also: [] })),
});

// eslint-disable-next-line @typescript-eslint/require-await -- nothing to wait for
async function* none(): AsyncGenerator<never> {
  yield* [];
}

async function isLikelyMoreThan(count: number, words: Alternatives[], scope: Scope): Promise<boolean> {
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
  const arms = codesOfArms(conditions.words, scheme);
  return Prisma.sql`
    SELECT section."id", section."documentId", section."position",
      (${inHeadingSql(conditions)})::int + 2 * (${isTypedSection(conditions)})::int AS "worth"
    FROM "Section" section
    WHERE ${all([isHitOfDocuments(arms, documentIds, scheme), conditions.scope.section, wordsSql(conditions, provedBy(arms, scheme))])}`;
}
