import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listAmendments, parseGazette } from '@/lib/gazette';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { viewAmended } from './amended-view';

const documentOf = (file: string, number: string) =>
  parseGazette(readFileSync(path.join('prisma', 'sample-corpus', file), 'utf8'))
    .tree.children.filter((child) => child.type === 'document')
    .find(({ docNumber }) => docNumber?.canonical === number)!;

const operations: DecidedOperation[] = listAmendments(documentOf('shili-2023-2.txt', '示政规〔2023〕4号'))
  .filter(({ citation }) => citation === 1)
  .map((operation, position) => ({
    ...operation,
    day: new Date('2023-07-01'),
    saidOn: new Date('2023-06-05'),
    about: '示例市社区食堂管理办法',
    decision: {
      municipality: { slug: 'shili', name: '示例市', sample: true },
      slug: 'shizhenggui-2023-4',
      title: '',
      docNumber: '示政规〔2023〕4号',
      address: operation.address,
    },
    position,
  }));
const rules = documentOf('shili-2023-1.txt', '示政规〔2023〕1号');
const on = (day: string) => viewAmended(rules, operations, new Date(day));

test('the sample: article 9 reads 4元 since 2023-07-01, and only what is touched is marked', () => {
  const { clauses, changed, open } = on('2023-07-01');
  expect([...changed]).toEqual(['a-t9', 'a-t10', 'a-t12']);
  expect(open).toEqual([]);
  expect(clauses.get('a-t9')).toMatchObject([
    { kind: 'changed', name: '第九条', changes: [{ status: 'done', operation: { place: '第九条第一款' } }] },
  ]);
  expect(clauses.get('a-t9')![0]!.lines).toEqual([
    '六十周岁以上老年人用餐，每人每餐补助2元；七十五周岁以上老年人，每人每餐补助4元；特困人员每人每餐补助6元。',
    '补助通过刷卡或者扫码方式即时抵扣,不发放现金。',
  ]);
  expect(clauses.get('a-t10')![0]!.lines).toHaveLength(2);
  expect(clauses.get('a-t12')![0]!.lines[1]).toContain('不少于六十日');
});

test('the day before, it is announced', () => {
  const { clauses } = on('2023-06-30');
  expect([...clauses.values()].flat().map(({ kind }) => kind)).toEqual(['ahead', 'ahead', 'ahead']);
});
