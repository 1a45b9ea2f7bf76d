import { Prisma } from '@/lib/db/generated/client';
import { codesOfWords, conditionCode, CONDITION_VALUES, gramsOf } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import { all, type Scope } from './conditions';
import type { Order } from './order';

/** What a section has to be to be a hit. */
export interface MatchConditions {
  words: string[];
  excluded: string[];
  scope: Scope;
  /** Where the words are looked for. */
  target: 'section' | 'heading';
  order: Order;
}

// matchText is heading, line break, text.
const headingSql = Prisma.sql`split_part(section."matchText", E'\n', 1)`;
const textSql = Prisma.sql`section."matchText"`;

/**
 * The condition that `section` has the words and none that is excluded.
 *
 * strpos compares bytes and is several times as fast as LIKE.
 * @param proved words that the index has proved, which are left out
 */
export function wordsSql(
  { words, excluded, target, scope: { scheme } }: MatchConditions,
  proved: (word: string) => boolean = () => false,
): Prisma.Sql {
  const text = speltSql(target === 'heading' ? headingSql : textSql, scheme);
  return all([
    ...words.filter((word) => !proved(word)).map((word) => Prisma.sql`strpos(${text}, ${word}) > 0`),
    ...excluded.map((word) => Prisma.sql`strpos(${speltSql(textSql, scheme)}, ${word}) = 0`),
  ]);
}

/** Makes the function that says whether codes that the index has found prove a word. */
export function provedBy(codes: readonly number[], scheme: SharedScheme): (word: string) => boolean {
  const present = new Set(codes);
  return (word) => {
    const { codes: needed, exact } = gramsOf(word, scheme);
    return exact && needed.every((code) => present.has(code));
  };
}

// Both use the index on grams. Two of millions of documents may share a code, so the row is checked
// too; `+ 0` keeps the planner from using the index on documents instead, which would read all
// their sections. Where some rows lack the code it has to.

/** The condition that `section` belongs to one of the documents and has all the codes. */
export const isHitOfDocuments = (codes: readonly number[], ids: readonly number[], scheme: SharedScheme): Prisma.Sql =>
  all([
    ...hasCodes(codes),
    ...(scheme.has('document')
      ? [
          Prisma.sql`section."grams" && ${ids.map((id) => conditionCode('document', id))}::int[]`,
          Prisma.sql`section."documentId" + 0 = ANY(${ids}::int[])`,
        ]
      : [Prisma.sql`section."documentId" = ANY(${ids}::int[])`]),
  ]);

const hasCodes = (codes: readonly number[]): Prisma.Sql[] =>
  codes.length > 0 ? [Prisma.sql`section."grams" @> ${codes}::int[]`] : [];

/** The same for one `document` of the statement. */
export const isHitOfDocument = (codes: readonly number[], scheme: SharedScheme): Prisma.Sql => {
  if (!scheme.has('document')) return all([...hasCodes(codes), Prisma.sql`section."documentId" = document."id"`]);
  return all([
    Prisma.sql`section."grams" @> (${codes}::int[] || (${conditionCode('document', 0)}::int + (document."id" & ${CONDITION_VALUES - 1}::int)))`,
    Prisma.sql`section."documentId" + 0 = document."id"`,
  ]);
};

/**
 * The condition that the heading of `section` has all the words.
 *
 * Its grams decide; longer words are compared only where these do not exclude them.
 */
export const inHeadingSql = ({ words, scope: { scheme } }: Pick<MatchConditions, 'words' | 'scope'>): Prisma.Sql => {
  const codes = codesOfWords(words, scheme);
  const isProved = provedBy(codes, scheme);
  return all([
    ...(codes.length > 0 ? [Prisma.sql`section."headingGrams" @> ${codes}::int[]`] : []),
    ...words
      .filter((word) => !isProved(word))
      .map((word) => Prisma.sql`strpos(${speltSql(headingSql, scheme)}, ${word}) > 0`),
  ]);
};
