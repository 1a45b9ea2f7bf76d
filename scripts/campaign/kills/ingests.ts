import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { integer, pick, randomFrom, seedOf } from '../../bench/search/random';
import type { ChangingCorpus } from '../../testing/changing-corpus';

/** Ingests of changed files, one after another, which may be killed. */
export class Ingests {
  /** The one that runs. */
  running: ChildProcess | null = null;
  ended = 0;
  failed = 0;
  private readonly corpus: ChangingCorpus;
  private readonly databaseUrl: string;

  constructor(corpus: ChangingCorpus, databaseUrl: string) {
    this.corpus = corpus;
    this.databaseUrl = databaseUrl;
  }

  /** Changes files at random, and ingests them, until `signal` aborts. */
  async runThroughout(seed: number, signal: AbortSignal): Promise<void> {
    const random = randomFrom(seedOf(seed, 'ingests'));
    while (!signal.aborted) {
      const changed = this.corpus.files.filter(() => random() < 0.6);
      for (const file of changed) this.corpus.change(file, integer(random, 0, 1));
      await this.ingest(random() < 0.5 || changed.length === 0 ? this.corpus.folders : [pick(random, changed)]);
      await sleep(integer(random, 0, 500));
    }
  }

  /** Ingests files as `npm run ingest` does; gives the exit code, null when it was killed. */
  async ingest(paths: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [path.join('scripts', 'run.mjs'), 'ingest', ...paths], {
      env: { ...process.env, DATABASE_URL: this.databaseUrl },
      stdio: 'ignore',
    });
    this.running = child;
    const [code] = (await once(child, 'exit')) as [number | null];
    this.running = null;
    this.ended++;
    if (code !== 0) this.failed++;
    return code;
  }
}
