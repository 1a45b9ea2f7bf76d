import { expect, test } from 'vitest';
import { readEraseArguments } from './arguments';
import { describeErased } from './lines';

test('what is to be erased, and why, is said on the command line; the words are not', () => {
  expect(readEraseArguments(['shili/a', '--version', '2', '--reason', '含个人信息'])).toEqual({
    addresses: ['shili/a'],
    version: 2,
    words: undefined,
    reason: '含个人信息',
    dryRun: false,
  });
  expect(readEraseArguments(['shili/a', 'shili/b', '--words', '-', '--reason', 'x', '--dry-run'])).toMatchObject({
    addresses: ['shili/a', 'shili/b'],
    words: '-',
    dryRun: true,
  });
  expect(readEraseArguments(['--help'])).toBeNull();
});

test.each([
  [['shili/a', '--version', '1'], '--reason is missing'],
  [['shili/a', '--reason', 'x'], 'say what is to be erased'],
  [['shili/a', '--version', '1', '--words', 'f', '--reason', 'x'], 'say what is to be erased'],
  [['shili/a', 'shili/b', '--version', '1', '--reason', 'x'], '--version is about one document'],
  [['shili/a', '--version', 'one', '--reason', 'x'], '--version wants a number'],
  [['--version', '1', '--reason', 'x'], 'name a document by its address'],
])('does not understand %j', (args, reason) => {
  expect(() => readEraseArguments(args)).toThrow(reason);
});

test('what a format loses is told', () => {
  const source = { name: 'a.docx', path: null, documents: 1, bytes: 'dropped' as const };
  const passage = { sources: [source], versions: 0, passages: 2, others: 1, elsewhere: ['shili/b'] };
  expect(describeErased({ passage }, { dryRun: true })).toEqual([
    'Would be erased in 1 held document of a.docx.',
    expect.stringContaining('its kept bytes go as a whole'),
    'Would be erased in 0 former versions, 2 former passages, 1 other row.',
    expect.stringContaining('were not named and stay: shili/b'),
  ]);
});
