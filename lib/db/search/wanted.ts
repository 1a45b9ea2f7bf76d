import { Prisma } from '@/lib/db/generated/client';
import { all, type Scope } from './conditions';
import type { Order } from './order';

/** Sections that are looked for. */
export interface Wanted {
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
 * The conditions on `section` that prove that it has the words and none that is excluded. strpos looks at bytes and is several times as fast as LIKE.
 * `proved` words are left out: the index has found their only code.
 */
export function wordsSql(
  { words, excluded, target }: Wanted,
  proved: (word: string) => boolean = () => false,
): Prisma.Sql {
  const text = target === 'heading' ? headingSql : Prisma.sql`section."matchText"`;
  return all([
    ...words.filter((word) => !proved(word)).map((word) => Prisma.sql`strpos(${text}, ${word}) > 0`),
    ...excluded.map((word) => Prisma.sql`strpos(section."matchText", ${word}) = 0`),
  ]);
}

/** Whether the heading of `section` alone has all the words. */
export const inHeadingSql = ({ words }: Pick<Wanted, 'words'>): Prisma.Sql =>
  all(words.map((word) => Prisma.sql`strpos(${headingSql}, ${word}) > 0`));
