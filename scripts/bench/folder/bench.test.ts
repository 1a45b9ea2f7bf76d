import { expect, test } from 'vitest';
import { benchFolder } from './bench';
import type { FolderResult } from './result';
import { judge } from './judge';

test('the whole bench runs', { timeout: 240_000 }, async () => {
  const report: string[] = [];
  const place = { server: process.env.TEST_DATABASE_URL!, folder: '' };
  const complaints = await benchFolder(place, { documents: 25, kills: 1 }, report.push.bind(report), () => undefined);
  // How fast it is says nothing about so few files on a busy machine.
  expect(complaints.filter((each) => !/times as much|slower|have not changed took/.test(each))).toEqual([]);
  expect(report.filter((line) => line.startsWith('| --jobs'))).toHaveLength(2);
});

test('it fails when a file costs more in a large corpus, is lost, or is stored twice', () => {
  const process = {
    seconds: 100,
    processorSeconds: 90,
    megabytes: 500,
    output: ['9 unchanged texts brought up to date'],
    code: 0,
  };
  const held = { documents: 100, sections: 1000, digest: 'a', early: 1, late: 1.5, counted: 1000 };
  const run = { process, held, yardstick: 1 };
  const good: FolderResult = {
    runs: [
      { jobs: 1, ...run },
      { jobs: 2, ...run },
    ],
    broken: { held, seconds: 1 },
    again: { ...process, seconds: 2 },
    restated: process,
  };
  expect(judge(good, 100)).toEqual([]);
  const slower = { ...run, held: { ...held, late: 2.5 } };
  expect(judge({ ...good, runs: [{ jobs: 1, ...slower }] }, 100)).toEqual([
    'FAILED: --jobs 1: a section costs 2.5 times as much at the end as near the beginning.',
  ]);
  expect(judge({ ...good, broken: { held: { ...held, digest: 'b' }, seconds: 1 } }, 100)).toEqual([
    'FAILED: what was broken off and gone on is something else.',
  ]);
  expect(judge({ ...good, again: { ...process, seconds: 60 } }, 100)).toHaveLength(1);
  expect(judge({ ...good, restated: { ...process, output: [] } }, 100)).toHaveLength(1);
});
