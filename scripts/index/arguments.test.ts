import { expect, test } from 'vitest';
import { readIndexArguments } from './arguments';

test('without options it applies what there is', () => {
  expect(readIndexArguments([])).toEqual({ follow: false, rebuild: false, drop: false, shards: 1, replicas: 1 });
});

test.each([
  [['--rebuild', '--shards', '6', '--replicas', '0'], { rebuild: true, shards: 6, replicas: 0 }],
  [['--follow'], { follow: true }],
])('%j is understood', (args, meant) => {
  expect(readIndexArguments(args)).toMatchObject(meant);
});

test.each([
  [['--follow', '--drop'], /choose one/],
  [['--shards', '0'], /--shards wants a number from 1 to 1000/],
  [['--replicas', 'two'], /--replicas wants a number from 0 to 10/],
  [['now'], /Unexpected argument/],
])('%j is refused', (args, reason) => {
  expect(() => readIndexArguments(args)).toThrow(reason);
});
