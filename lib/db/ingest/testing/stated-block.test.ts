import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { listSubjects } from '@/lib/db/queries/subjects/subjects';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { toFileDocument } from '@/lib/views/document/file-documents';

const block = [
  '索引号: 000014/2023-00017',
  '主题分类: 农业、林业',
  '发布机构: 示例市农业农村局',
  '成文日期: 2023-03-01',
  '发布日期: 2023-03-08',
  '施行日期: 2023年4月1日',
  '废止日期: 2028-03-31',
  '有效性: 有效',
  '统一编号: SLGF-2023-04',
  '主题词: 农业 溪流 保护',
  '内容概述: 为保护溪流，规定巡护的办法。',
].join('\n');
const texts = {
  'own.txt': `${block}\n\n${documentText({ number: '示政发〔2023〕7号', title: '示例市人民政府关于保护溪流的通知', body: ['一、要求', '保护溪流。'] })}`,
  'listed.txt': documentText({
    number: '示政发〔2023〕8号',
    title: '示例市人民政府关于疏浚溪流的通知',
    body: ['一、要求', '疏浚溪流。'],
  }),
  'other.txt': documentText({
    number: '示政发〔2023〕9号',
    title: '示例市人民政府关于养护溪流的通知',
    body: ['一、要求', '养护溪流。'],
  }),
  'manifest.csv': 'file,主题分类\nlisted.txt,农业、林业\nown.txt,交通\n',
};

let database: TestDatabase;
beforeAll(async () => {
  const [made, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  database = made;
  for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
  await ingestPaths([folder.path], { prisma: database.prisma });
  await folder.clear();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

test('the block of keys above a text is stored, each fact as what it is', async () => {
  expect(await getClient().document.findFirst({ where: { docNumber: '示政发〔2023〕7号' } })).toMatchObject({
    indexNumber: '000014/2023-00017',
    indexKey: '000014/2023-00017',
    topic: '农业、林业',
    statedAgency: '示例市农业农村局',
    statedSignedOn: new Date('2023-03-01'),
    publishedOn: new Date('2023-03-08'),
    statedStartsOn: new Date('2023-04-01'),
    statedEndsOn: new Date('2028-03-31'),
    statedValidity: '有效',
    registration: 'SLGF-2023-04',
    keywords: '农业 溪流 保护',
    summary: '为保护溪流，规定巡护的办法。',
  });
});

test('subjects follow from what is stated, else from title and agency', async () => {
  const find = async (subject: string) =>
    (await engine.search(searchRequest({ q: '', sort: 'oldest', page: 1, subject }))).documents.map(
      ({ document }) => document.docNumber,
    );
  expect((await find('农业农村')).sort()).toEqual(['示政发〔2023〕7号', '示政发〔2023〕8号']);
  expect(await find('生态环境')).toEqual([]);
  expect(await find('山羊')).toEqual([]);
  expect(await listSubjects()).toEqual(['农业农村']);
  expect(await listSubjects('nowhere')).toEqual([]);
});

test('nothing is concluded from it', async () => {
  const { documents } = await engine.search(searchRequest({ q: '溪流', sort: 'newest', page: 1 }));
  expect(documents.map(({ document }) => document.validity)).toEqual(['unknown', 'unknown', 'unknown']);
});

test('documents of a 主题分类 are counted and found, by the text before the manifest', async () => {
  const find = async (rest: Partial<SearchFilter>) =>
    engine.search(searchRequest({ q: '', sort: 'newest', page: 1, ...rest }));
  const { facets } = await find({ q: '溪流' });
  expect(facets.topic).toEqual([{ value: '农业、林业', label: '农业、林业', documents: 2 }]);
  for (const q of ['', '溪流']) {
    const { documents } = await find({ q, topic: '农业、林业' });
    expect(documents.map(({ document }) => document.docNumber).sort()).toEqual([
      '示政发〔2023〕7号',
      '示政发〔2023〕8号',
    ]);
  }
  expect((await find({ topic: '交通' })).total.documents).toBe(0);
});

test('lists of hits and files have 主题分类 and 索引号, by the text before the manifest', async () => {
  const { documents } = await engine.search(searchRequest({ q: '溪流', sort: 'newest', page: 1 }));
  const stated = documents.map(({ document: { docNumber, topic, indexNumber } }) => [docNumber, topic, indexNumber]);
  expect(stated.sort()).toEqual([
    ['示政发〔2023〕7号', '农业、林业', '000014/2023-00017'],
    ['示政发〔2023〕8号', '农业、林业', null],
    ['示政发〔2023〕9号', null, null],
  ]);
  const own = documents.find(({ document }) => document.docNumber === '示政发〔2023〕7号')!.document;
  const held = (await getDocument(own.municipality.slug, own.slug))!;
  expect(toFileDocument(held, [], 'https://gongbao.example').stated).toEqual({
    indexNumber: '000014/2023-00017',
    registration: 'SLGF-2023-04',
    topic: '农业、林业',
    agency: '示例市农业农村局',
    signedOn: '2023-03-01',
    publishedOn: '2023-03-08',
    startsOn: '2023-04-01',
    endsOn: '2028-03-31',
    validity: '有效',
    keywords: '农业 溪流 保护',
    summary: '为保护溪流，规定巡护的办法。',
    url: null,
  });
});
