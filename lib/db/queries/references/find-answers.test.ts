import { expect, test } from 'vitest';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { ingestPaths } from '@/lib/db/ingest';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';
import type { TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { listStoredFacts } from '@/lib/db/queries/documents/stored-facts';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { findAnswers } from './find-answers';

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

const day = (year: number): string => `自${year}年7月1日起`;
/** A notice of a city that sets a standard in a year. */
const notice = (city: string, code: string, year: number, from: number, to: number, end = '施行') =>
  [
    `${code}政规〔${year}〕4号`,
    `${city}人民政府关于提高城市低保标准的通知`,
    '各县、区人民政府：',
    `一、提高标准。城市低保标准由每人每月${from}元提高到${to}元。对新增对象，给予最高30元补助。`,
    `二、本通知${day(year)}${end}。`,
    `${city}人民政府`,
    `${year}年6月5日`,
  ].join('\n');

async function hold(...texts: string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await folder.write(`${at}.txt`, text);
  await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(await database.prisma.document.count()).toBe(texts.length);
}

const ask = async (q: string, more: Record<string, string> = {}) =>
  (await findAnswers(parseSearchParams({ q, ...more }))).map(
    ({ fact, document, section }) =>
      `${document.municipality.name} ${document.docNumber} ${section.address} ${document.validity} ${fact.kind === 'amount' ? fact.to.join() : ''}`,
  );

test('the newest text of each place answers, with its place and state', async () => {
  await hold(
    notice('云州市', '云', 2021, 640, 660),
    notice('云州市', '云', 2023, 660, 690, '施行，有效期至2099年12月31日'),
    notice('河阳市', '河', 2022, 600, 630),
  );
  const yunzhou = '云州市 云政规〔2023〕4号 1 inForce 690';
  const heyang = '河阳市 河政规〔2022〕4号 1 unknown 630';
  expect(await ask('城市低保标准')).toEqual([yunzhou, heyang]);
  expect(await ask('云州低保标准是多少？')).toEqual([yunzhou]);
  expect(await ask('低保标准', { municipality: 'heyang' })).toEqual([heyang]);
  for (const [q, more] of [
    ['低保', {}],
    ['农村低保标准', {}],
    ['低保标准', { genre: '通知' }],
    ['低保标准', { exact: '1' }],
    ['低保标准', { page: '2' }],
    ['补助标准', {}],
  ] as const)
    expect(await ask(q, more), q).toEqual([]);
});

test('a text that does not hold, or not yet, or of which nobody knows it, answers nothing', async () => {
  await hold(
    notice('云州市', '云', 2019, 600, 640),
    notice('云州市', '云', 2021, 640, 660, '施行，有效期至2022年12月31日'),
    notice('河阳市', '河', 2022, 600, 630).replace(/\n二、[^\n]+/u, ''),
    notice('河阳市', '河', 2023, 630, 650).replace('自2023年7月1日', '自2099年7月1日'),
  );
  expect(await database.prisma.keyFact.count({ where: { kind: 'amount' } })).toBe(8);
  expect(await ask('低保标准')).toEqual([]);
});

test('facts are stored with the document and are gone with it', async () => {
  await hold(notice('云州市', '云', 2023, 660, 690));
  const { id } = await database.prisma.document.findFirstOrThrow();
  expect(await listStoredFacts(id)).toMatchObject([
    {
      kind: 'amount',
      subject: '城市低保标准',
      from: ['660'],
      to: ['690'],
      unit: '元/人·月',
      difference: 30,
      address: '1',
    },
    { kind: 'amount', subject: '补助', condition: '对新增对象', bound: '最高', from: [], to: ['30'], address: '1' },
  ]);
  await folder.write('0.txt', notice('云州市', '云', 2023, 660, 700));
  await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(
    (await database.prisma.keyFact.findMany({ orderBy: { position: 'asc' } })).map(({ fact }) => fact),
  ).toMatchObject([{ to: ['700'] }, { to: ['30'] }]);
});

const corpus = findReferenceCorpus();

test.skipIf(corpus === null)(
  'the real files answer for the standard of a city, and for nothing near it',
  async () => {
    await ingestPaths([corpus!], { prisma: database.prisma, accept: true });
    const [city, country, ...more] = await ask('本溪低保标准');
    expect([city, country, more]).toEqual([
      '本溪市 本政规〔2023〕4号 1.1 unknown 731',
      '本溪市 本政规〔2023〕4号 1.1 unknown 6636',
      [],
    ]);
    expect(await ask('本溪市城市低保标准是多少')).toEqual([city]);
    expect(await ask('特困人员基本生活标准', { municipality: 'benxi' })).toHaveLength(2);
    for (const q of [
      '本溪低保',
      '低保边缘标准',
      '本溪补助标准',
      '阜新低保标准',
      '本溪养老金什么时候发',
      '本溪高新技术企业补助标准',
    ])
      expect(await ask(q), q).toEqual([]);
  },
  180_000,
);
