import { expect, test } from 'vitest';
import { dayColumnHeads, listDayCells, readDayColumn } from './day-columns';

test.each(dayColumnHeads)('%s: %s', (specimen, kind) => {
  expect(readDayColumn(specimen)).toBe(kind);
});

test.each([
  ['废止（失效）时间', 'repealed'],
  ['失效日期', 'lapsed'],
  ['有效期截止日期', 'until'],
  ['有效期延长至', 'until'],
  ['有 效 期', 'until'],
  ['执行至', 'until'],
  ['许可证有效期至', null],
  ['印发时间', null],
  ['施行日期', null],
  ['废止原因', null],
  ['有效期（年）', null],
])('%s: %s', (head, kind) => {
  expect(readDayColumn(head)).toBe(kind);
});

test('days of a row have the heads of their columns in front', () => {
  expect(listDayCells('1　示例市渔具办法　废止时间：2024年9月1日　有效期至：2026.12.31')).toEqual([
    { kind: 'repealed', day: '2024-09-01' },
    { kind: 'until', day: '2026-12-31' },
  ]);
  for (const words of ['废止时间：长期', '废止时间：2024年2月30日', '备注：2024年9月1日', '2024年9月1日', ''])
    expect(listDayCells(words), words).toEqual([]);
});
