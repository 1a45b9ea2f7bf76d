import { setTimeout as sleep } from 'node:timers/promises';
import { integer, pick, randomFrom, seedOf } from '../../bench/search/random';
import { identifyProcess } from '../../support/file-lock.mjs';
import { timesOf, type Times } from '../../bench/statistics';
import { setMaxListeners } from 'node:events';
import type { Ground } from '../ground';
import { findDifferences, findHalf, readHeld } from '../held';
import { Ingests } from './ingests';
import { readThroughout, type ReadersSaw } from './readers';

const VICTIMS = ['ingest', 'database', 'gateway', 'renderer', 'supervisor', 'start'] as const;
type Victim = (typeof VICTIMS)[number];
const READERS = 6;
/** Milliseconds within which an ingest has begun to work, and a start has gone some way. */
const MOMENTS: Record<Victim, number> = {
  ingest: 3_000,
  database: 1_500,
  gateway: 1_500,
  renderer: 1_500,
  supervisor: 1_500,
  start: 8_000,
};

/** What came of killing processes. */
export interface KillFigures {
  /** Kills by what was killed. */
  killed: Record<Victim, number>;
  /** Milliseconds until the portal gave pages again, by what was killed. */
  back: Partial<Record<Victim, Times>>;
  ingests: { ended: number; failed: number };
  readers: ReadersSaw;
  offences: string[];
}

/** Kills processes of the portal at random moments, while readers read and ingests run. */
export async function killOften(
  ground: Ground,
  { kills, seed }: { kills: number; seed: number },
  log: (line: string) => void,
): Promise<KillFigures> {
  const end = new AbortController();
  setMaxListeners(0, end.signal);
  const ingests = new Ingests(ground.corpus, ground.databaseUrl);
  const ingesting = ingests.runThroughout(seed, end.signal);
  let moment = 'before the first kill';
  const saying = { readers: READERS, seed, during: () => moment };
  const reading = readThroughout(ground.origin, ground.addresses, saying, end.signal);
  const killed: Record<Victim, number> = { ingest: 0, database: 0, gateway: 0, renderer: 0, supervisor: 0, start: 0 };
  const times: Partial<Record<Victim, number[]>> = {};
  const offences: string[] = [];
  let revision = 0;
  try {
    for (let at = 0; at < kills; at++) {
      const random = randomFrom(seedOf(seed, 'kill', at));
      const victim = pick(random, VICTIMS);
      const after = integer(random, 0, MOMENTS[victim]);
      const offend = (what: string): void => {
        offences.push(`kill ${at} (${victim} after ${after} ms): ${what}`);
        log(`FAILED: ${what}`);
      };
      moment = `before kill ${at + 1} (${victim})`;
      await strike(ground, ingests, victim, after);
      moment = `after kill ${at + 1} (${victim})`;
      killed[victim]++;
      const back = await ground.untilServes();
      (times[victim] ??= []).push(back);
      log(`kill ${at + 1} of ${kills}: ${victim} after ${after} ms; serves after ${Math.round(back)} ms`);
      const held = await readHeld(ground.databaseUrl);
      for (const half of findHalf(held, ground.clean!)) offend(half);
      const missing = ground.corpus.files.length - Object.keys(held.files).length;
      if (missing !== 0) offend(`${missing} files are missing`);
      if (held.revision < revision) offend(`the revision fell from ${revision} to ${held.revision}`);
      revision = held.revision;
    }
  } finally {
    end.abort();
    await ingesting;
  }
  const readers = await reading;
  for (const file of ground.corpus.files) ground.corpus.change(file, 0);
  const code = await ingests.ingest(ground.corpus.folders);
  if (code !== 0) offences.push(`the last ingest ended with ${String(code)}`);
  for (const difference of findDifferences(await readHeld(ground.databaseUrl), ground.clean![0]))
    offences.push(`at the end: ${difference}`);
  const back = Object.fromEntries(Object.entries(times).map(([victim, all]) => [victim, timesOf(all)]));
  return { killed, back, ingests: { ended: ingests.ended, failed: ingests.failed }, readers, offences };
}

/** Kills a process of a kind at a moment, and waits until it is gone. */
async function strike(ground: Ground, ingests: Ingests, victim: Victim, moment: number): Promise<void> {
  if (victim === 'supervisor' || victim === 'start') {
    if (victim === 'supervisor') await sleep(moment);
    await ground.killSupervisor();
    ground.start();
    if (victim === 'supervisor') return;
    await sleep(moment);
    await ground.killSupervisor();
    ground.start();
    return;
  }
  let processId: number | null = null;
  if (victim === 'ingest') {
    while (!ingests.running?.pid) await sleep(10);
    processId = ingests.running.pid;
    await sleep(moment);
  } else {
    await sleep(moment);
    while ((processId = ground.processOf(victim)) === null) await sleep(20);
  }
  const identity = identifyProcess(processId);
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It has just ended.
  }
  while (identity !== null && identifyProcess(processId) === identity) await sleep(5);
}
