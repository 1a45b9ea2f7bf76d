import { expect, test } from 'vitest';
import type { LogEvent } from './events';
import { Repetitions } from './repetitions';

test('what goes on is said once a minute, with how often it was', () => {
  const told: [LogEvent, number][] = [];
  const repetitions = new Repetitions((event, leftOut) => told.push([event, leftOut]));
  const seen = Array.from({ length: 600 }, (_, at) => repetitions.allows('no answer of the database', 'a', at * 200));
  expect(seen.filter(Boolean)).toHaveLength(2);
  repetitions.endMinutes(Number.POSITIVE_INFINITY);
  expect(told).toEqual([
    ['no answer of the database', 299],
    ['no answer of the database', 299],
  ]);
});

test('different faults of the program are all said, and a storm of one is bounded', () => {
  const told: number[] = [];
  const repetitions = new Repetitions((_event, leftOut) => told.push(leftOut));
  const kinds = Array.from({ length: 300 }, (_, at) => repetitions.allows('page failed', `kind ${at}`, 0));
  expect(kinds.every(Boolean)).toBe(true);
  const storm = Array.from({ length: 1000 }, () => repetitions.allows('page failed', 'kind 7', 1));
  expect(storm.filter(Boolean)).toHaveLength(19);
  repetitions.endMinutes(Number.POSITIVE_INFINITY);
  expect(told).toEqual([981]);
});

test('kinds without end take no memory without end', () => {
  const repetitions = new Repetitions(() => undefined);
  for (let at = 0; at < 100_000; at++) repetitions.allows('page failed', `kind ${at}`, 0);
  expect(repetitions.size).toBeLessThanOrEqual(500);
});
