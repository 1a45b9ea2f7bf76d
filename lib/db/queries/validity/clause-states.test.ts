import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDraft } from '@/lib/db/queries/numbers/check-draft';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { findClauseStates, findClauseStatesOfHits } from './clause-states';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const folder = path.join('prisma', 'sample-corpus');
  const files = ['shili-2023-1.txt', 'shili-2023-2.txt'].map((name) => path.join(folder, name));
  await ingestPaths(files, { prisma: database.prisma, accept: true });
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const CHANGED = '第九条已由示政规〔2023〕4号修改，自2023年7月1日起';
const place = { kind: 'document', municipality: 'shili', document: 'shizhenggui-2023-1' } as const;

test('each clause that a decision changes has a line, others have none, and neither have other documents', async () => {
  const all = await database.prisma.document.findMany({ select: { id: true, docNumber: true } });
  const states = await findClauseStates(all.map(({ id }) => id));
  const rules = all.find(({ docNumber }) => docNumber === '示政规〔2023〕1号')!;
  expect([...states.get(rules.id)!.keys()]).toEqual(['a-t9', 'a-t10', 'a-t12']);
  expect(states.get(rules.id)!.get('a-t9')).toBe(CHANGED);
  const decision = all.find(({ docNumber }) => docNumber === '示政规〔2023〕4号')!;
  expect(states.has(decision.id)).toBe(false);
});

test('hits of a document that is not changed are not looked at', async () => {
  const hit = { municipality: { slug: 'shili', name: '', sample: true }, slug: 'shizhenggui-2023-1' };
  expect([...(await findClauseStatesOfHits([{ ...hit, validity: 'amended' }])).keys()]).toEqual([
    'shili/shizhenggui-2023-1',
  ]);
  expect((await findClauseStatesOfHits([{ ...hit, validity: 'unknown' }])).size).toBe(0);
});

describe('the peek', () => {
  test.each([
    ['a-t9', CHANGED],
    ['a-t9.k2', CHANGED],
    ['a-t8', null],
    [null, null],
  ])('at %s says %s', async (address, clause) => {
    expect(await getPeek({ ...place, address })).toMatchObject({ clause });
  });
});

test('the checker says of a cited clause what became of it', async () => {
  const remarksOf = async (draft: string) => {
    const state = await checkDraft(draft);
    return state.kind === 'checked' ? state.report.findings.flatMap(({ remarks }) => remarks) : [];
  };
  const cite = (locator: string) => `按照《示例市社区食堂管理办法》（示政规〔2023〕1号）${locator}执行。`;
  for (const locator of ['第九条', '第九条第一款'])
    expect(await remarksOf(cite(locator))).toContainEqual({ kind: 'clause', state: CHANGED });
  expect((await remarksOf(cite('第八条'))).map(({ kind }) => kind)).not.toContain('clause');
});
