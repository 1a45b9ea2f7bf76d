import { expect, test } from 'vitest';
import type { CitationDocument, IncomingRow, OutgoingRow } from '@/lib/db/queries/citations/citation-rows';
import { noStatedColumns } from '@/lib/views/document/testing/stated-columns';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { citationsDataSchema, numberDataSchema, toCitationsData, toNumberData } from './citation-data';

const siteUrl = 'https://gongbao.example';
const municipality = { slug: 'shili', name: '示例市', sample: true };
const document: CitationDocument = {
  slug: 'shizhengfa-2024-1',
  title: '关于种树的通知',
  docNumber: '示政发〔2024〕1号',
  agency: null,
  signedOn: new Date('2024-03-05'),
  municipality,
};
const mention = {
  words: '国发〔2021〕3号',
  sentence: '落实国发〔2021〕3号第三条。',
  wordsAt: 2,
  relation: 'implements' as const,
  locator: '第三条',
  title: null,
  section: { address: 'n-2', kind: 'section', marker: '二、', heading: '任务' },
};
const absent: OutgoingRow = {
  ...mention,
  docNumber: '国发〔2021〕3号',
  aliasDefinition: false,
  candidates: 0,
  target: null,
  targetAddress: null,
  validity: unknownValidity,
};
const said = {
  kind: 'repeals' as const,
  day: new Date('2025-01-01'),
  sentence: '甲同时废止。',
  words: '甲',
  wordsAt: 0,
  place: { municipality, slug: 'b', title: '乙', docNumber: null, address: '3' },
  source: null,
};
const repealed: Validity = {
  state: 'repealed',
  proof: [said],
  statements: [said, { ...said, place: null, source: '市政府来函' }],
};
const citedBy = { rows: [{ ...mention, document }] satisfies IncomingRow[], total: 101, page: 1, pages: 2 };

test('citations become data that their own schema reads', () => {
  const held: OutgoingRow = { ...absent, target: document, targetAddress: 't3', candidates: 1, validity: repealed };
  const several: OutgoingRow = { ...absent, candidates: 2 };
  const byTitle: OutgoingRow = { ...absent, docNumber: null };
  const rows = [absent, held, several, byTitle];
  const stated = {
    indexNumber: '1/2',
    topic: '农业',
    validity: '有效',
    publishedOn: new Date('2024-03-06'),
    url: 'https://shili.example/1',
  };
  const cited = {
    ...document,
    ...noStatedColumns(),
    manifestRows: [stated],
  };
  const data = toCitationsData(cited, repealed, { rows, total: 4, page: 1, pages: 1 }, citedBy, siteUrl);
  expect(citationsDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  expect(data.document.stated).toEqual({ text: null, manifest: { ...stated, publishedOn: '2024-03-06' } });
  const number = 'https://gongbao.example/wenhao/%E5%9B%BD%E5%8F%91%E3%80%942021%E3%80%953%E5%8F%B7';
  expect(data.citations.items.map(({ target: { state, url, validity } }) => [state, url, validity])).toEqual([
    ['absent', number, 'unknown'],
    ['held', 'https://gongbao.example/shili/shizhengfa-2024-1#t3', 'repealed'],
    ['several', number, 'unknown'],
    ['absent', null, 'unknown'],
  ]);
  expect(data.citations.items[0]?.section.heading).toBe('二、任务');
  expect(data.citations.next).toBeNull();
  expect(data.citedBy.next).toBe(
    'https://gongbao.example/api/v1/documents/shili/shizhengfa-2024-1/citations?citedPage=2',
  );
});

test('a number becomes data that its own schema reads', () => {
  const data = toNumberData(
    {
      number: { canonical: '国发〔2021〕3号', form: 'bracketed', agencyCode: '国发', year: 2021, serial: 3 },
      held: [],
      titles: [{ title: '关于林业的意见', count: 2 }],
      citedBy,
      near: [{ docNumber: '国发〔2021〕13号', title: null, held: false }],
      formers: [],
      validity: repealed,
    },
    siteUrl,
  );
  expect(numberDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  expect(data.citedBy.next).toBe(
    'https://gongbao.example/api/v1/wenhao/%E5%9B%BD%E5%8F%91%E3%80%942021%E3%80%953%E5%8F%B7?page=2',
  );
  expect(data.citedBy.items[0]?.section.url).toBe('https://gongbao.example/shili/shizhengfa-2024-1#n-2');
});
