import { expect, test } from 'vitest';
import type { StatementKind, Validity, ValidityState, ValidityStatement } from '@/lib/validity/validity';
import { explainStanding, warnOfStanding } from './standing';

const place = {
  municipality: { slug: 'shili', name: '示例市', sample: true },
  slug: 'shizhengfa-2023-1',
  title: '示例市人民政府关于废止部分文件的决定',
  docNumber: '示政发〔2023〕1号',
  address: 'document',
};
const said = (kind: StatementKind, more: Partial<ValidityStatement> = {}): ValidityStatement => ({
  kind,
  day: new Date('2023-07-01'),
  sentence: '',
  words: '',
  wordsAt: 0,
  place,
  source: null,
  ...more,
});
const validity = (state: ValidityState, ...proof: ValidityStatement[]): Validity => ({
  state,
  proof,
  statements: proof,
});

test.each<[Validity, string | null]>([
  [validity('unknown'), null],
  [validity('expired', said('ends')), '有效期至2023年7月1日'],
  [validity('repealed', said('repeals')), '自2023年7月1日起被示政发〔2023〕1号废止'],
  [validity('repealed', said('repeals', { day: null })), '被示政发〔2023〕1号废止'],
  [
    validity('amended', said('amends', { place: { ...place, docNumber: null } })),
    '自2023年7月1日起被《示例市人民政府关于废止部分文件的决定》修改',
  ],
  [validity('amended', said('repealsPart')), '自2023年7月1日起被示政发〔2023〕1号废止部分条款'],
  [validity('inForce', said('extends', { until: new Date('2027-12-31') })), '有效期延长至2027年12月31日'],
  [validity('repealed', said('stated', { place: null, source: '来源网页', day: null })), '来源网页标注'],
  [validity('conflict', said('ends'), said('extends')), '来源中的几处说法不能同时成立，本站不作取舍'],
])('%#', (given, words) => {
  expect(explainStanding(given)).toBe(words);
});

test('a link says what does not hold, and nothing of what does', () => {
  expect(warnOfStanding(validity('expired', said('ends')))).toBe('【已失效：有效期至2023年7月1日】');
  expect([warnOfStanding(validity('inForce', said('ends'))), warnOfStanding(validity('unknown'))]).toEqual(['', '']);
});
