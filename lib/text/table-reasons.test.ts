import { expect, test } from 'vitest';
import { tableReasonWords } from './table-reasons';

test('every reason has one whole Chinese sentence', () => {
  for (const words of Object.values(tableReasonWords)) expect(words).toMatch(/^[\u4e00-\u9fff，]{8,40}。$/);
});

test('what has cells too many, or too few, is not explained by lost rows', () => {
  const lost = tableReasonWords.noHeader;
  const { tooFewCells, tooFewRows, oneColumn, tooManyColumns, headerOnly } = tableReasonWords;
  expect([tooFewCells, tooFewRows, oneColumn, tooManyColumns, headerOnly]).not.toContain(lost);
  expect(oneColumn).toContain('只有一格');
  expect(headerOnly).toContain('只认出表头');
});
