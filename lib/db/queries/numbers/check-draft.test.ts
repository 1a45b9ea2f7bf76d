import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DRAFT_LIMIT } from '@/lib/check';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { checkDraft } from './check-draft';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await getClient().$disconnect();
  await database.drop();
});

test.each([
  ['empty', ' \n\u3000'],
  ['tooLong', '字'.repeat(DRAFT_LIMIT + 1)],
  ['checked', '字'.repeat(DRAFT_LIMIT)],
  ['checked', '《示例市绿化办法》（示政发〔2022〕9号）'],
])('%s', async (kind, draft) => {
  expect(await checkDraft(draft)).toMatchObject({ kind, draft });
});

test('where the database does not answer the draft comes back, and no word of it is logged', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
  const draft = '《示例市绿化办法》（示政发〔2022〕9号）';
  expect(await checkDraft(draft)).toEqual({ kind: 'failed', draft });
  expect(logged).toHaveBeenCalledOnce();
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/绿化|示政发/);
  vi.unstubAllEnvs();
});
