import { Prisma } from '@/lib/db/generated/client';
import { codesOfWords, conditionCode, CONDITION_VALUES, gramsOf } from '@/lib/search/text/grams';
import { all, type Scope } from './conditions';
import type { Order } from './order';

/** Sections that are looked for. */
export interface MatchConditions {
  words: string[];
  excluded: string[];
  scope: Scope;
  /** Where the words are looked for: in heading and text, or in the heading alone. */
  target: 'section' | 'heading';
  order: Order;
}

// matchText is heading, line break, text.
const headingSql = Prisma.sql`split_part(section."matchText", E'\n', 1)`;

/**
 * The conditions on `section` that prove that it has the words and none that is excluded. strpos
 * looks at bytes and is several times as fast as LIKE. `proved` words are left out: the index has
 * found their only code.
 */
export function wordsSql(
  { words, excluded, target }: MatchConditions,
  proved: (word: string) => boolean = () => false,
): Prisma.Sql {
  const text = target === 'heading' ? headingSql : Prisma.sql`section."matchText"`;
  return all([
    ...words.filter((word) => !proved(word)).map((word) => Prisma.sql`strpos(${text}, ${word}) > 0`),
    ...excluded.map((word) => Prisma.sql`strpos(section."matchText", ${word}) = 0`),
  ]);
}

/** Takes codes that the index was asked for; tells which words these prove. */
export function provedBy(codes: readonly number[]): (word: string) => boolean {
  const held = new Set(codes);
  return (word) => {
    const { codes: needed, exact } = gramsOf(word);
    return exact && needed.every((code) => held.has(code));
  };
}

// For the index on grams. Two of millions of documents may share a code, so the row has the last
// word; + 0 keeps the planner from asking the index on documents instead, which would have all
// their sections read.

/** The condition that `section` is of one of the documents and has all the codes. */
export const isHitOfDocuments = (codes: readonly number[], ids: readonly number[]): Prisma.Sql =>
  all([
    ...(codes.length > 0 ? [Prisma.sql`section."grams" @> ${codes}::int[]`] : []),
    Prisma.sql`section."grams" && ${ids.map((id) => conditionCode('document', id))}::int[]`,
    Prisma.sql`section."documentId" + 0 = ANY(${ids}::int[])`,
  ]);

/** The same for one `document` of the statement. */
export const isHitOfDocument = (codes: readonly number[]): Prisma.Sql =>
  all([
    Prisma.sql`section."grams" @> (${codes}::int[] || (${conditionCode('document', 0)}::int + (document."id" & ${CONDITION_VALUES - 1}::int)))`,
    Prisma.sql`section."documentId" + 0 = document."id"`,
  ]);

/**
 * Whether the heading of `section` alone has all the words: its grams tell, and longer words are
 * looked for only where these do not already say no.
 */
export const inHeadingSql = ({ words }: Pick<MatchConditions, 'words'>): Prisma.Sql => {
  const codes = codesOfWords(words);
  const isProved = provedBy(codes);
  return all([
    ...(codes.length > 0 ? [Prisma.sql`section."headingGrams" @> ${codes}::int[]`] : []),
    ...words.filter((word) => !isProved(word)).map((word) => Prisma.sql`strpos(${headingSql}, ${word}) > 0`),
  ]);
};
