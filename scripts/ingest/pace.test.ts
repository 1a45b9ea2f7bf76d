import { expect, test } from 'vitest';
import type { FileReport } from '@/lib/db/ingest';
import { Pace } from './pace';

const done = (outcome: FileReport['outcome'], sections: number, size: number): FileReport => ({
  path: 'a.txt',
  outcome,
  size,
  documents: 1,
  sections,
  citations: 0,
  linked: 0,
  messages: [],
});

test('the time that is left follows from the bytes that are left', () => {
  const pace = new Pace({ files: 4, filesToRead: 3, bytesToRead: 4000 }, 0);
  expect(pace.describeWork()).toBe('4 files, 3 of them to be read');
  expect(pace.secondsLeft(1000)).toBeNull();
  pace.add(done('unchanged', 0, 9000), 1000);
  expect(pace.describe(1000)).toBe('0 sections, 0 a second');
  pace.add(done('added', 500, 1000), 5000);
  expect(pace.describe(5000)).toBe('500 sections, 100 a second, about 15 s left');
  pace.add(done('failed', 0, 1000), 6000);
  pace.add(done('replaced', 700, 2000), 10_000);
  expect(pace.describeWithFiles(10_000)).toBe('4 of 4 files, 1,200 sections, 120 a second, about 0 s left');
});

test('what went on lately counts: a slow start is forgotten', () => {
  const pace = new Pace({ files: 1000, filesToRead: 1000, bytesToRead: 1_000_000 }, 0);
  for (let at = 1; at <= 10; at++) pace.add(done('added', 10, 1000), at * 60_000);
  for (let at = 1; at <= 490; at++) pace.add(done('added', 10, 1000), 600_000 + at * 1000);
  expect(pace.secondsLeft(1_090_000)).toBeLessThan(600);
  expect(pace.secondsLeft(1_090_000)).toBeGreaterThan(450);
  expect(pace.describe(1_090_000)).toContain('about 9 min left');
});

test('hours are hours', () => {
  const pace = new Pace({ files: 1000, filesToRead: 1000, bytesToRead: 1_000_000 }, 0);
  pace.add(done('added', 10, 1000), 10_000);
  expect(pace.describe(10_000)).toContain('about 2 h 47 min left');
});
