import { expect, test } from 'vitest';
import { contradictsState } from './stated-validity';

test.each([
  ['有效', 'repealed', true],
  ['现行有效', 'expired', true],
  ['有效', 'amended', false],
  ['有效', 'unknown', false],
  ['失效', 'inForce', true],
  ['已废止', 'amended', true],
  ['已废止', 'expired', false],
  ['部分失效', 'amended', false],
  ['部分失效', 'inForce', false],
  ['部分失效', 'repealed', true],
  ['尚未生效', 'inForce', true],
  ['尚未生效', 'unknown', false],
  ['废止', 'conflict', false],
  ['长期', 'repealed', false],
] as const)('%s beside %s: %s', (stated, state, expected) => {
  expect(contradictsState(stated, state)).toBe(expected);
});
