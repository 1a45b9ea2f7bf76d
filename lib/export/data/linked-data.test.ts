import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { noStatedColumns } from '@/lib/views/document/testing/stated-columns';
import { unknownValidity, type Validity, type ValidityStatement } from '@/lib/validity/validity';
import { breadcrumbNode, documentNode, issueNode, linkedData, printLinkedData } from './linked-data';

// What the pages give, cut down to what is read of it. Everything is invented.
const municipality = { slug: 'shili', name: '示例市', sample: true };
const issue = { year: 2023, number: 2, totalNumber: 40, title: '示例市人民政府公报2023年第2号', publishedOn: null };
const document = {
  ...noStatedColumns(),
  indexNumber: '000014/2023-5',
  topic: '民政',
  statedValidity: '有效',
  keywords: '食堂 社区',
  municipality,
  slug: 'shizhengfa-2023-5',
  title: '示例市人民政府关于<社区>食堂的意见',
  docNumber: '示政发〔2023〕5号',
  genre: '意见',
  agency: '示例市人民政府',
  signedOn: new Date('2023-05-06'),
  publishedOn: null,
  issue,
  manifestRows: [],
} as unknown as Parameters<typeof documentNode>[0];
const site = 'https://example.gov.cn';

/**
 * Reads it as a program would; the vocabulary's own context stands on a server that a test does not
 * ask.
 */
async function read(json: string): Promise<Map<string, string[]>> {
  const quads = (await jsonld.toRDF(JSON.parse(json) as jsonld.JsonLdDocument, {
    documentLoader: (url) =>
      Promise.resolve({
        contextUrl: undefined,
        documentUrl: url,
        document: { '@context': { '@vocab': 'https://schema.org/' } },
      }),
  })) as { predicate: { value: string }; object: { value: string } }[];
  const values = new Map<string, string[]>();
  for (const { predicate, object } of quads) {
    const name = predicate.value.replace('https://schema.org/', '');
    values.set(name, [...(values.get(name) ?? []), object.value]);
  }
  return values;
}

test('a document is a Legislation with number, day and issue, and claims no force that no sentence claims', async () => {
  const json = printLinkedData(linkedData(documentNode(document, unknownValidity, site)));
  expect(json).not.toContain('<社区>');
  const values = await read(json);
  expect(values.get('legislationIdentifier')).toEqual(['示政发〔2023〕5号']);
  expect(values.get('legislationDate')).toEqual(['2023-05-06']);
  expect(values.get('name')).toContain('示例市人民政府关于<社区>食堂的意见');
  expect(values.get('isPartOf')).toEqual(['https://example.gov.cn/shili/issues/2023/2']);
  expect(values.has('legislationLegalForce')).toBe(false);
  expect([values.get('about'), values.get('keywords')]).toEqual([['民政'], ['食堂 社区']]);
  expect([values.get('propertyID'), values.get('value')]).toEqual([['索引号'], ['000014/2023-5']]);
  expect(values.has('abstract')).toBe(false);
});

test('a repealed document is not in force', () => {
  const node = documentNode(document, { ...unknownValidity, state: 'repealed' }, site);
  expect(node.legislationLegalForce).toBe('https://schema.org/NotInForce');
});

test('nothing is in force against what the publisher states', () => {
  const denied = { ...document, statedValidity: '废止' };
  const listed = { ...document, manifestRows: [{ validity: '失效' }] } as unknown as typeof document;
  for (const state of ['inForce', 'amended'] as const) {
    expect(documentNode(document, { ...unknownValidity, state }, site).legislationLegalForce).toMatch(/InForce$/);
    for (const stated of [denied, listed])
      expect(documentNode(stated, { ...unknownValidity, state }, site).legislationLegalForce).toBeUndefined();
  }
});

test('an issue names its documents, and the way to a page has absolute addresses', async () => {
  const held = {
    ...issue,
    municipality,
    publisher: null,
    tocGroups: [{ heading: '', entries: [{ title: '甲', docNumber: null, document }] }],
  } as unknown as Parameters<typeof issueNode>[0];
  const way = breadcrumbNode([{ label: '示例市', href: '/shili' }, { label: '2023年第2号' }], '/here', site);
  const values = await read(printLinkedData(linkedData(issueNode(held, site), way)));
  expect(values.get('hasPart')).toEqual(['https://example.gov.cn/shili/shizhengfa-2023-5']);
  expect(values.get('item')).toEqual([`${site}/`, `${site}/shili`, `${site}/here`]);
});

const statement = (kind: 'amends' | 'starts' | 'repeals', day: string | null): ValidityStatement => ({
  kind,
  day: day === null ? null : new Date(day),
  sentence: '一句话',
  words: '一',
  wordsAt: 0,
  place: null,
  source: null,
});

test('says from which day a document holds, when it was last changed, and what it changes', async () => {
  const amends = [statement('amends', '2024-02-01'), statement('amends', '2024-07-01')];
  const validity: Validity = {
    state: 'amended',
    proof: amends,
    statements: [...amends, statement('starts', '2023-06-01')],
  };
  const changed = { ...document, id: 7, slug: 'shizhengfa-2018-1', title: '旧意见', docNumber: '示政发〔2018〕1号' };
  const values = await read(printLinkedData(linkedData(documentNode(document, validity, site, [changed]))));
  expect(values.get('legislationDateOfApplicability')).toEqual(['2023-06-01']);
  expect(values.get('legislationDateVersion')).toEqual(['2024-07-01']);
  expect(values.get('legislationChanges')).toEqual(['https://example.gov.cn/shili/shizhengfa-2018-1']);
  expect(values.get('legislationLegalForce')).toEqual(['https://schema.org/InForce']);
});

test('claims no day of the text where a change has none', async () => {
  const amends = [statement('amends', '2024-02-01'), statement('amends', null)];
  const validity: Validity = { state: 'amended', proof: amends, statements: amends };
  const values = await read(printLinkedData(linkedData(documentNode(document, validity, site))));
  expect(values.has('legislationDateVersion')).toBe(false);
});

test.each(['废止', '失效', '部分失效'])('never says InForce against %s', async (statedValidity) => {
  const validity: Validity = { state: 'inForce', proof: [], statements: [] };
  const values = await read(printLinkedData(linkedData(documentNode({ ...document, statedValidity }, validity, site))));
  const isPart = statedValidity === '部分失效';
  expect(values.get('legislationLegalForce')).toEqual(isPart ? ['https://schema.org/InForce'] : undefined);
});
