import { expect, it } from 'vitest';
import { writeFormula } from './formulas';

it.each([
  ['fraction', ['船舶总吨', '全市总吨'], '船舶总吨/全市总吨'],
  ['fraction', ['a+b', 'c'], '(a+b)/c'],
  ['power', ['x', '2'], 'x²'],
  ['power', ['x', 'k+1'], 'x^(k+1)'],
  ['index', ['P', '1'], 'P1'],
  ['root', ['a+b'], '√(a+b)'],
] as const)('a %s of %j is written %s', (kind, parts, line) => {
  expect(writeFormula({ kind, parts })).toBe(line);
});
