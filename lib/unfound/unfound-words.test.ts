import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteUnfound, writeUnfound } from './unfound-words';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unfound-'));
  file = path.join(folder, 'unfound-words.json');
});
afterEach(() => {
  delete process.env.UNFOUND_WORDS;
  rmSync(folder, { recursive: true });
});

const ask = (words: string, ...days: number[]) => {
  for (const day of days) noteUnfound(words, new Date(Date.UTC(2023, 2, day)));
};

test('words are shown once they were asked on three different days, whoever asked how often', () => {
  ask('溪流补贴', 1, 1, 1, 2);
  expect(writeUnfound(file)).toEqual([]);
  expect(readFileSync(file, 'utf8')).not.toContain('溪流');
  ask('溪流 补贴', 2, 3);
  expect(writeUnfound(file)).toEqual([{ words: '溪流补贴', last: '2023-03-03', days: 3 }]);
  ask('溪流补贴', 3, 9);
  expect(writeUnfound(file)).toEqual([{ words: '溪流补贴', last: '2023-03-09', days: 4 }]);
});

test('a day is one of China: an evening and the morning after are two, whatever UTC says', () => {
  // 23:30 and 00:30 at Beijing are on one day of UTC; 07:30 and 08:30 are on two.
  for (const moment of ['2023-03-01T15:30Z', '2023-03-01T16:30Z']) noteUnfound('溪流补贴', new Date(moment));
  for (const moment of ['2023-03-01T23:30Z', '2023-03-02T00:30Z']) noteUnfound('河灯', new Date(moment));
  writeUnfound(file);
  const { asked } = JSON.parse(readFileSync(file, 'utf8')) as { asked: Record<string, string[]> };
  expect(Object.values(asked)).toEqual([['2023-03-01', '2023-03-02'], ['2023-03-02']]);
});

test('what may be somebody’s is never noted, nor anything where the setting is off', () => {
  for (const words of ['13800000000', '某人@shili.example', '溪'.repeat(41), ' ']) ask(words, 1, 2, 3);
  process.env.UNFOUND_WORDS = '0';
  ask('溪流补贴', 1, 2, 3);
  expect(writeUnfound(file)).toEqual([]);
});

test('words that nobody asks any more are forgotten', () => {
  ask('溪流补贴', 1, 2, 3);
  ask('河灯', 1);
  writeUnfound(file);
  noteUnfound('山羊', new Date('2023-12-01'));
  expect(writeUnfound(file)).toEqual([]);
  expect(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { asked: object }).asked)).toHaveLength(1);
});

test('a file that cannot be read is begun anew, and one that cannot be written costs nothing', () => {
  writeFileSync(file, 'no JSON');
  ask('溪流补贴', 1, 2, 3);
  expect(writeUnfound(file)).toHaveLength(1);
  expect(writeUnfound(path.join(file, 'below-a-file.json'))).toEqual([]);
});
