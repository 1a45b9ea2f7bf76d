import { expect, test } from 'vitest';
import { validityRules } from './validity-words';

test.each(validityRules.map((rule) => [rule.specimen, rule] as const))(
  '%s is read by its own row',
  (specimen, rule) => {
    const first = validityRules.find(({ words, read }) => {
      const match = words.exec(specimen);
      return match !== null && read(match).length > 0;
    });
    expect(first).toBe(rule);
    expect(rule.words.exec(specimen)?.[0]).toBe(specimen);
  },
);
