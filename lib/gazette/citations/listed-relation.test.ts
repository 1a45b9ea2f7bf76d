import { expect, test } from 'vitest';
import { listedRelation, listedRelationRules } from './listed-relation';

test.each(listedRelationRules.map(({ specimen, relation }) => [specimen, relation]))(
  'below %s: %s',
  (specimen, relation) => {
    expect(listedRelation(specimen)).toBe(relation);
  },
);

test.each(['废止和修改的文件目录', '拟废止的文件目录', '本市古井名录'])('%s says nothing', (words) => {
  expect(listedRelation(words)).toBeUndefined();
});
