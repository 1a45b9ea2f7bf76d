import { expect, test } from 'vitest';
import { issuerOfCode } from './code-issuer';

test.each([
  ['国办发', { name: '国务院办公厅', from: 'name' }],
  ['辽政发', { name: '辽宁省人民政府', from: 'name' }],
  ['辽政办发', { name: '辽宁省人民政府办公厅', from: 'name' }],
  ['示例市人民政府令', { name: '示例市人民政府', from: 'name' }],
  // Several places call themselves so.
  ['青政发', { name: '人民政府', from: 'kind' }],
  ['示政办发', { name: '政府办公室（厅）', from: 'kind' }],
  ['辽委办发', { name: '党委办公室（厅）', from: 'kind' }],
])('%s tells %j', (code, issuer) => {
  expect(issuerOfCode(code)).toEqual(issuer);
});

test.each(['政府令', '示人社发', '示政协发', '发改能源', '', '辽'])('%j does not tell who issues it', (code) => {
  expect(issuerOfCode(code)).toBeNull();
});
