import { Prisma } from '@/lib/db/generated/client';
import { all, hasAny, hasArm } from '@/lib/db/search/sql/alternatives-sql';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import { conditionCode, CONDITION_VALUES } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { codesOfArms, provedBy, type Alternatives } from './arms';
import type { Scope } from './conditions';
import type { Order } from './order';

/** What a section or title has to have to be a hit. */
export interface WordConditions {
  /** One alternative of each. */
  words: Alternatives[];
  /** The alternatives that were typed; null where all were. */
  typed: Alternatives[] | null;
  excluded: string[];
}

/** What a section has to be to be a hit. */
export interface MatchConditions extends WordConditions {
  scope: Scope;
  /** Where the words are looked for. */
  target: 'section' | 'heading';
  order: Order;
  /** Whether only sections count that have not the words as they were typed. */
  lacksTyped?: boolean;
}

// matchText is heading, line break, text.
const headingSql = Prisma.sql`split_part(section."matchText", E'\n', 1)`;
const textSql = Prisma.sql`section."matchText"`;

/**
 * The condition that `section` has the words and none that is excluded.
 * @param proved words that the index has proved, which are left out
 */
export function wordsSql(
  conditions: MatchConditions,
  proved: (word: Alternatives) => boolean = () => false,
): Prisma.Sql {
  const {
    words,
    excluded,
    target,
    lacksTyped = false,
    scope: { scheme },
  } = conditions;
  const text = speltSql(target === 'heading' ? headingSql : textSql, scheme);
  return all([
    ...words.filter((word) => !proved(word)).map((word) => hasAny(text, word)),
    ...excluded.map((word) => Prisma.sql`strpos(${speltSql(textSql, scheme)}, ${word}) = 0`),
    ...(lacksTyped ? [Prisma.sql`NOT (${isTypedSection(conditions)})`] : []),
  ]);
}

/** The condition that a text has all the words as they were typed. */
export const isTypedSql = (
  typed: readonly Alternatives[] | null,
  text: Prisma.Sql,
  scheme: SharedScheme,
): Prisma.Sql => (typed ? all(typed.map((word) => hasAny(speltSql(text, scheme), word))) : Prisma.sql`true`);

/** The same for `section`. */
export const isTypedSection = ({ typed, scope: { scheme } }: MatchConditions): Prisma.Sql =>
  isTypedSql(typed, textSql, scheme);

// Both use the index on grams. Two of millions of documents may share a code, so the row is checked
// too; `+ 0` keeps the planner from using the index on documents instead, which would read all
// their sections. Where some rows lack the code it has to.

/** The condition that `section` is of one of the documents and has an arm. */
export const isHitOfDocuments = (
  arms: readonly (readonly number[])[],
  ids: readonly number[],
  scheme: SharedScheme,
): Prisma.Sql =>
  all([
    ...hasArm(Prisma.sql`section."grams"`, arms),
    ...(scheme.has('document')
      ? [
          Prisma.sql`section."grams" && ${ids.map((id) => conditionCode('document', id))}::int[]`,
          Prisma.sql`section."documentId" + 0 = ANY(${ids}::int[])`,
        ]
      : [Prisma.sql`section."documentId" = ANY(${ids}::int[])`]),
  ]);

/** The same for one `document` of the statement. */
export const isHitOfDocument = (arms: readonly (readonly number[])[], scheme: SharedScheme): Prisma.Sql => {
  const hasCodes = hasArm(Prisma.sql`section."grams"`, arms);
  if (!scheme.has('document')) return all([...hasCodes, Prisma.sql`section."documentId" = document."id"`]);
  return all([
    ...hasCodes,
    Prisma.sql`section."grams" @> ARRAY[${conditionCode('document', 0)}::int + (document."id" & ${CONDITION_VALUES - 1}::int)]`,
    Prisma.sql`section."documentId" + 0 = document."id"`,
  ]);
};

/**
 * The condition that the heading of `section` has all the words.
 *
 * Its grams decide; longer words are compared only where these do not exclude them.
 */
export const inHeadingSql = ({ words, scope: { scheme } }: Pick<MatchConditions, 'words' | 'scope'>): Prisma.Sql => {
  const arms = codesOfArms(words, scheme);
  // A heading is short: to look for several words takes less time than to compare as many lists.
  if (arms.length > 1) return all(words.map((word) => hasAny(speltSql(headingSql, scheme), word)));
  const isProved = provedBy(arms, scheme);
  return all([
    ...hasArm(Prisma.sql`section."headingGrams"`, arms),
    ...words.filter((word) => !isProved(word)).map((word) => hasAny(speltSql(headingSql, scheme), word)),
  ]);
};
