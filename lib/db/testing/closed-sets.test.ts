import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SectionText } from '@/lib/gazette';
import { RELATIONS, type Relation } from '@/lib/gazette/ast';
import { CITATION_TIES } from '@/lib/validity/citation-tie';
import { createTestDatabase, type TestDatabase } from './database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Complete by the compiler. */
const wordsOf = <Word extends string>(words: Record<Word, true>): string[] => Object.keys(words);

test.each([
  ['Citation_relation_check', [...RELATIONS]],
  [
    'Citation_relation_check',
    wordsOf<Relation>({ repeals: true, amends: true, extends: true, implements: true, cites: true }),
  ],
  ['Citation_tie_check', [...CITATION_TIES]],
  ['Section_kind_check', wordsOf<SectionText['kind']>({ part: true, section: true, callout: true, table: true })],
  ['Section_partKind_check', wordsOf<SectionText['partKind']>({ notice: true, annexed: true, attachment: true })],
])('%s admits the words that the code knows, and no other', async (name, words) => {
  const [check] = await database.prisma.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef("oid") AS "definition" FROM pg_constraint WHERE "conname" = ${name}`;
  const admitted = [...(check?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word);
  expect(admitted.sort()).toEqual(words.sort());
});
