import { describe, expect, it } from 'vitest';
import { issueSegment, readIssueSegment } from './issue-segment';

describe('the name of an issue in its address', () => {
  it.each([
    [{ number: 4 }, '4'],
    [{ number: 4, edition: '第4号增刊' }, '4-zengkan'],
    [{ number: 1, edition: '增刊第1号' }, 'zengkan-1'],
    [{ number: 0, edition: '特刊' }, 'tekan'],
    [{ number: 0, edition: '号外' }, 'haowai'],
  ])('of %j is %s, and leads back', (key, segment) => {
    expect(issueSegment(key)).toBe(segment);
    expect(readIssueSegment(segment)).toEqual(key);
  });

  it('of an issue with several numbers is the first of them', () => {
    expect(readIssueSegment('5-6')).toEqual({ number: 5 });
  });

  it.each(['', '0', '03', '6-5', 'zengkan-0', 'works', '4-works', '4-zengkan-1', 'zengkan-zengkan'])(
    'is not %j',
    (segment) => {
      expect(readIssueSegment(segment)).toBeNull();
    },
  );
});
