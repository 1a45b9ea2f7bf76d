import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchDatabase } from '../search/database';
import { integer, randomFrom } from '../search/random';
import { yardstickOf } from '../yardstick';
import { makeEmpty, readHeld } from './held';
import { runIngest } from './ingest-process';
import { judge } from './judge';
import type { FolderResult, FolderRun } from './result';
import { writeFolder } from './write-folder';

const seed = 7;
/** How often an ingest is killed before it may end. */
const KILLS = 3;

/**
 * Ingests a generated folder in several ways, and reports what it took.
 * @returns the sentences that say what is not as it should be
 */
export async function benchFolder(
  { server }: BenchDatabase,
  { documents, kills = KILLS }: { documents: number; kills?: number },
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongbao-bench-folder-'));
  try {
    log(`writing ${documents} texts`);
    await writeFolder(folder, documents, seed);
    const text = await readFile(path.join(folder, 'manifest.csv'), 'utf8');
    const runs: FolderRun[] = [];
    let url = '';
    for (const jobs of [1, 2]) {
      log(`first ingest with --jobs ${jobs}`);
      url = await makeEmpty(server, `gongbao_bench_folder_${jobs}`);
      const before = measureYardstick(text);
      const done = await runIngest(url, ['--jobs', String(jobs), folder]);
      const yardstick = (before + measureYardstick(text)) / 2;
      runs.push({ jobs, process: done, held: await readHeld(url), yardstick });
      log(done.output.at(-1) ?? '');
    }
    log('the same, killed at random');
    const broken = await breakOff(server, folder, { seconds: runs[1]!.process.seconds, kills }, log);
    log('again, and with another manifest');
    const again = await runIngest(url, [folder]);
    await writeFile(path.join(folder, 'manifest.csv'), text.replaceAll(/0,(农业|财政|城乡)/g, '1,$1'));
    const restated = await runIngest(url, [folder]);
    const result = { runs, broken, again, restated };
    report(result, documents, print);
    const complaints = judge(result, documents);
    for (const complaint of complaints) print(complaint);
    return complaints;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Bytes a second of the yardstick. */
function measureYardstick(text: string): number {
  const { bytes, work } = yardstickOf(text);
  work();
  const began = performance.now();
  let done = 0;
  for (; performance.now() - began < 1000; done++) work();
  return (done * bytes) / ((performance.now() - began) / 1000);
}

async function breakOff(
  server: string,
  folder: string,
  { seconds, kills }: { seconds: number; kills: number },
  log: (line: string) => void,
) {
  const url = await makeEmpty(server, 'gongbao_bench_folder_broken');
  const random = randomFrom(seed);
  const began = performance.now();
  for (let kill = 1; kill <= kills; kill++) {
    const after = integer(random, 1500, Math.max(2000, Math.floor((seconds * 1000) / (kills + 1))));
    await runIngest(url, ['--jobs', '2', folder], after);
    const { documents } = await readHeld(url);
    log(`killed after ${after} ms: ${documents} documents are held`);
  }
  await runIngest(url, ['--jobs', '2', folder]);
  return { held: await readHeld(url), seconds: (performance.now() - began) / 1000 };
}

function report({ runs, broken, again, restated }: FolderResult, documents: number, print: (line: string) => void) {
  const { sections } = runs[0]!.held;
  print(`A folder of ${documents} texts with a manifest: ${sections} sections.`);
  print('');
  print(
    '| | time | processor (Node) | memory | sections a second | for a million bytes of the yardstick | last tenth : second tenth |',
  );
  print('|---|---|---|---|---|---|---|');
  for (const { jobs, process: took, held, yardstick } of runs) {
    const rate = held.sections / took.seconds;
    print(
      `| --jobs ${jobs} | ${minutes(took.seconds)} | ${minutes(took.processorSeconds)} | ${Math.round(took.megabytes)} MB | ${rate.toFixed(0)} | ${((rate / yardstick) * 1e6).toFixed(2)} | ${(held.late / held.early).toFixed(2)} |`,
    );
  }
  print('');
  print(`Killed ${KILLS} times and gone on: ${minutes(broken.seconds)} in all.`);
  print(`Again, nothing changed: ${again.seconds.toFixed(1)} s, ${Math.round(again.megabytes)} MB.`);
  print(`Every tenth row of the manifest changed: ${restated.seconds.toFixed(1)} s.`);
}

const minutes = (seconds: number): string =>
  seconds < 120 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
