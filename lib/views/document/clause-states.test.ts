import { expect, test } from 'vitest';
import { listAmendments, parseGazette, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { clauseStateAt } from '@/lib/validity/amendments/clause-state-at';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { listClauseStates, withClauseStates } from './clause-states';

const documentIn = (lines: readonly string[]): ast.Document =>
  parseGazette(lines.join('\n')).tree.children.find((child) => child.type === 'document')!;
const close = ['　　示例市人民政府', '　　2021年4月1日'];
const articles = ['第一条　甲。', '第二条　乙：', '（一）丙；', '（二）丁。', '第三条　戊。', '第四条　己。'];
const rules = documentIn([
  '示政规〔2021〕2号',
  '示例市停蜂场管理办法',
  ...articles.map((line) => `　　${line}`),
  ...close,
]);
const decision = documentIn([
  '示政规〔2023〕4号',
  '示例市人民政府关于修改停蜂场管理办法的决定',
  '　　对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：',
  '　　删去第一条。',
  '　　第二条第（一）项中的“丙”修改为“庚”。',
  '　　第三条中的“辛”修改为“壬”。',
  ...close,
]);
const municipality = { slug: 'shili', name: '示例市', sample: true };
const operations = (day: string | null): DecidedOperation[] =>
  listAmendments(decision).map((operation, position) => ({
    ...operation,
    day: day === null ? null : new Date(day),
    saidOn: null,
    about: null,
    decision: { municipality, slug: 'a', title: '', docNumber: '示政规〔2023〕4号', address: 'n' },
    position,
  }));
const on = new Date('2024-01-01');

test('one line for each changed clause, with day and document', () => {
  expect([...listClauseStates(rules, operations('2023-07-01'), on)]).toEqual([
    ['t1', '第一条已由示政规〔2023〕4号删去，自2023年7月1日起'],
    ['t2', '第二条已由示政规〔2023〕4号修改，自2023年7月1日起'],
    ['t3', '第三条有修改，本站未能整理（示政规〔2023〕4号，自2023年7月1日起）'],
  ]);
});

test('what lies ahead, and a day that nobody knows', () => {
  expect(listClauseStates(rules, operations('2030-07-01'), on).get('t1')).toBe('第一条将由示政规〔2023〕4号删去，自2030年7月1日起');
  expect(listClauseStates(rules, operations(null), on).get('t1')).toBe('第一条有修改，本站未能整理（示政规〔2023〕4号）');
}); // prettier-ignore

test('a place has the line of its article', () => {
  const states = listClauseStates(rules, operations('2023-07-01'), on);
  expect(clauseStateAt(states, 't2.1')).toBe(states.get('t2'));
  expect(clauseStateAt(states, 't2.k1')).toBe(states.get('t2'));
  expect([clauseStateAt(states, 't4'), clauseStateAt(states, 't21'), clauseStateAt(states, 'a-t2')]).toEqual([null, null, null]);
}); // prettier-ignore

test('in a file each line stands at the end of its clause, and the printed tree is another one', () => {
  const before = JSON.stringify(rules);
  const noted = withClauseStates(rules, listClauseStates(rules, operations('2023-07-01'), on));
  expect(textOf(noted.children)).toMatch(/第一条甲。\n〔第一条已由示政规〔2023〕4号删去，自2023年7月1日起〕\n第二条/);
  expect(textOf(noted.children)).toContain('第三条戊。\n〔第三条有修改，本站未能整理');
  expect(JSON.stringify(rules)).toBe(before);
});
