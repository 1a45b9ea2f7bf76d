import { expect, test } from 'vitest';
import { arrangementParameters, parseArrangement } from './arrangement-params';

test('an arrangement is read as it is printed', () => {
  for (const arrangement of [
    { words: '', column: null, isDescending: false },
    { words: '溪湖 区&', column: 0, isDescending: false },
    { words: '', column: 11, isDescending: true },
  ])
    expect(parseArrangement(Object.fromEntries(new URLSearchParams(arrangementParameters(arrangement))))).toEqual(
      arrangement,
    );
});

test('what no link of the portal has is none', () => {
  const none = { words: '', column: null, isDescending: false };
  for (const asked of [{ by: '0' }, { by: 'x' }, { by: '-0' }, { by: '100' }, { row: ' ' }, { row: '长'.repeat(101) }])
    expect(parseArrangement(asked)).toEqual(none);
  expect(parseArrangement({ row: ['东', '西'], by: ['2', '3'] })).toEqual({
    words: '东',
    column: 1,
    isDescending: false,
  });
});
