import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withDatabaseName } from '@/lib/db/testing/database';
import { readState } from '../embedded-postgres/cluster-folder';
import { removeCluster, stopServer } from '../embedded-postgres/server';
import { findServerProcess } from '../embedded-postgres/server-process';
import { useSharedServer } from '../embedded-postgres/shared-server';
import { findFreePort } from '../support/ports';
import { pause } from '../support/backoff';
import { ChangingCorpus } from '../testing/changing-corpus';
import { listFamily } from '../testing/processes';
import { buildTestPages, fillDatabase, sampleCorpus } from '../testing/test-portal';
import { execute, readHeld, type Held } from './held';

/** How long a portal may take until it serves again. */
const BACK_WITHIN = 120_000;

/** Where a campaign takes place: a portal of its own in temporary folders. */
export class Ground {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gongbao-campaign-'));
  readonly corpus = new ChangingCorpus([sampleCorpus]);
  /** What a clean ingest holds of the corpus as it is, and of its other version. */
  clean: [first: Held, second: Held] | null = null;
  port = 0;
  databaseUrl = '';
  /** Addresses that a portal of this corpus has. */
  addresses: string[] = [];
  private readonly log = path.join(this.folder, 'portal.log');
  private supervisor: ChildProcess | null = null;
  private isReady = false;

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  private get cluster(): string {
    return path.join(this.folder, 'cluster');
  }

  /** Builds the pages, fills the database, and learns what a clean ingest holds. */
  async prepare(signal: AbortSignal): Promise<void> {
    chmodSync(this.folder, 0o755);
    writeFileSync(this.log, '');
    const server = await useSharedServer(this.cluster, { durable: false, signal });
    try {
      const held: Held[] = [];
      for (const version of [1, 0]) {
        const name = `clean_${version}`;
        const url = withDatabaseName(server.url, name);
        for (const file of this.corpus.files) this.corpus.change(file, version);
        await execute(server.url, `CREATE DATABASE ${name}`);
        await fillDatabase(url, this.corpus.folders, signal);
        held.unshift(await readHeld(url));
      }
      this.clean = held as [Held, Held];
      await fillDatabase(server.url, this.corpus.folders, signal);
      await buildTestPages(server.url, signal);
      this.databaseUrl = server.url;
      this.port = await findFreePort();
    } finally {
      await server.release();
    }
  }

  /** Starts the portal; it is not ready yet. */
  start(): void {
    const args = ['--import', 'tsx', path.join('scripts', 'campaign', 'portal.ts'), this.cluster, String(this.port)];
    const child = spawn(process.execPath, [...args, ...this.corpus.folders], {
      env: { ...process.env, DATABASE_READ_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.isReady = false;
    const note = (chunk: Buffer) => {
      appendFileSync(this.log, chunk);
      // A killed one may still be heard.
      if (this.supervisor === child && /^Ready$/m.test(chunk.toString())) this.isReady = true;
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    this.supervisor = child;
  }

  /**
   * Waits until the portal gives pages and searches, and the start is done: before that, a process
   * that ends is the end of the start.
   * @returns the milliseconds until readers were served
   */
  async untilServes(): Promise<number> {
    const began = performance.now();
    let served: number | null = null;
    const addresses = ['/', `/search?q=${encodeURIComponent(`社区 ${Date.now()}`)}`];
    for (;;) {
      const answers = await Promise.all(addresses.map((address) => statusOf(this.origin + address)));
      if (answers.every((status) => status === 200)) served ??= performance.now() - began;
      if (served !== null && this.isReady) return served;
      if (performance.now() - began > BACK_WITHIN || (this.supervisor && this.supervisor.exitCode !== null)) {
        const last = this.printed().trim().split('\n').slice(-8).join(' / ');
        throw new Error(`The portal does not serve: ${answers.join(', ')}. It printed: ${last}`);
      }
      await pause(50);
    }
  }

  /** Finds the running process of a kind; null while there is none. */
  processOf(kind: 'supervisor' | 'gateway' | 'renderer' | 'database'): number | null {
    const supervisor = this.supervisor?.pid ?? 0;
    if (kind === 'supervisor') return supervisor;
    if (kind === 'database')
      return Number(findServerProcess(readState(this.cluster)?.home ?? '')?.split(' ')[0]) || null;
    const pattern = kind === 'gateway' ? /gateway\.mjs$/ : /^next-server/;
    return listFamily(supervisor).find(({ command }) => pattern.test(command))?.id ?? null;
  }

  /** Kills the process that started the others, and waits until it is gone. */
  async killSupervisor(): Promise<void> {
    const child = this.supervisor;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** What the portal has printed so far. */
  printed(): string {
    return readFileSync(this.log, 'utf8');
  }

  /** Ends the portal in order, and removes everything. */
  async remove(): Promise<void> {
    const child = this.supervisor;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await stopServer(this.cluster);
    removeCluster(this.cluster);
    this.corpus.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gives the status of an answer that came whole within five seconds, else what happened. */
async function statusOf(address: string): Promise<number | string> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
