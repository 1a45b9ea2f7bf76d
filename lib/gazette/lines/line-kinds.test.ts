import { expect, test } from 'vitest';
import { lineRules } from './line-kinds';

test.each(lineRules.map((rule) => [rule.specimen, rule.kind, rule] as const))(
  '%s is of the kind %s',
  (specimen, _, rule) => {
    expect(lineRules.find(({ pattern }) => pattern.test(specimen))).toBe(rule);
  },
);
