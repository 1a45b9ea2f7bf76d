import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import type { TestDatabase } from '@/lib/db/testing/database';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { findAlternatives } from './alternatives';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';

const TITLES = [
  '示例市人民政府关于推进养老服务的意见',
  '示例市人民政府关于清理河道的通知',
  '示例市人民政府关于印发《示例市城镇绿化办法》的通知',
  '示例市人民政府关于做好银行网点布局的通知',
  '示例市人民政府关于保护著作权的通知',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createNumberedDatabase(
    TITLES.map((title, index) => ({
      docNumber: `示政发〔2022〕${index + 31}号`,
      agencyCode: '示政发',
      year: 2022,
      serial: index + 31,
      title,
    })),
  );
});
afterAll(async () => {
  await getClient().$disconnect();
  await closeSearch();
  await database.drop();
});

const alternatives = async (parameters: Record<string, string>) =>
  findAlternatives(searchRequest(parseSearchParams(parameters)));
const instead = async (q: string, rest = {}) => (await alternatives({ q, ...rest })).map(({ q: other }) => other);

describe('for a search that found nothing', () => {
  test.each([
    ['a character of the same sound', '扬老服务', '养老服务'],
    ['two of them', '扬老福务', '养老服务'],
    ['in two characters', '杨老', '养老'],
    ['n for l, an for ang', '上业银行', null],
    ['en for eng, z for zh', '陈怎绿化', '城镇绿化'],
    ['another reading', '银航网点', '银行网点'],
    ['a wrong character of another sound', '养兔服务', '养老服务'],
    ['a wrong first character', '冶老服务', '养老服务'],
    ['in a long title', '关于做好银行网点部局的通知', '关于做好银行网点布局的通知'],
    ['beside another word', '扬老 服务', '养老 服务'],
    ['in quotation marks, for the title alone', '标题:"清里河道"', '标题:"清理河道"'],
    ['in traditional characters', '揚老服務', '养老服务'],
    ['beside a character that is folded, which stays', '保沪著作权', '保护著作权'],
  ])('%s: %s', async (_, typed, meant) => {
    expect((await instead(typed))[0] ?? null).toBe(meant);
  });

  test('it names the document, where it is one', async () => {
    const [first] = await alternatives({ q: '扬老服务' });
    expect(first).toMatchObject({ kind: 'sound', document: { title: TITLES[0] } });
  });

  test('a number with one slip leads to the held one', async () => {
    const [first] = await alternatives({ q: '示政发〔2023〕31号' });
    expect(first).toMatchObject({ q: '示政发〔2022〕31号', kind: 'wrong', document: { title: TITLES[0] } });
    expect(await instead('示正发〔2022〕33号')).toEqual(['示政发〔2022〕33号']);
  });

  test('nothing is offered that finds nothing itself', async () => {
    expect(await instead('扬老服务', { from: '2023' })).toEqual([]);
    expect(await instead('扬老服务 潜水艇')).toEqual([]);
  });

  test.each([
    '',
    '甲',
    '潜水艇',
    'submarine',
    '%_\\',
    '养老服务',
    "' OR 1=1 --",
    '😀😀😀',
    '扬'.repeat(200),
    '\u0000\ud800',
  ])('anything may be typed: %j', async (q) => {
    expect(await instead(q)).toEqual([]);
  });
});
