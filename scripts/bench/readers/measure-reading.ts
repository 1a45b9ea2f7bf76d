import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvironment } from '@/lib/settings/env';
import { seconds as secondsSince } from '../../support/progress';
import type { BenchPortal } from '../own-portal';
import { findAddresses } from './find-addresses';
import { watchMemory, type MemoryOverTime } from './memory';
import { downloadWithoutPause, readAsMany, type Read } from './read';

/** How one time of reading went. */
export interface Reading extends Read {
  memory: MemoryOverTime;
  /** How long the ingest in the middle took: `3.4 s`. */
  ingest: string;
  /** Files that the downloader got. */
  downloads: number;
}

/** What was measured of many readers. */
export interface MeasuredReading {
  alone: Reading;
  besideDownloader: Reading;
  addresses: number;
  /** Megabytes, as the portal's settings have them. */
  limits: { cache: number; renderer: number };
}

/** Lets many readers read, with an ingest in the middle; then again beside a downloader. */
export async function measureReading(
  { address, databaseUrl, change }: BenchPortal,
  { clients, seconds, thinking }: { clients: number; seconds: number; thinking?: number },
): Promise<MeasuredReading> {
  const { read, downloaded } = await findAddresses(databaseUrl);
  const { cacheMegabytes, rendererMegabytes, renderers } = readEnvironment();
  const readOnce = async (withDownloader: boolean): Promise<Reading> => {
    const end = new AbortController();
    // Every reader waits for it.
    setMaxListeners(0, end.signal);
    const memory = watchMemory(databaseUrl, end.signal);
    const reading = readAsMany(address, read, { clients, ...(thinking !== undefined && { thinking }) }, end.signal);
    const downloads = withDownloader ? downloadWithoutPause(address, downloaded, end.signal) : Promise.resolve(0);
    await sleep(seconds * 500);
    const began = performance.now();
    await change();
    const ingest = secondsSince(began);
    await sleep(Math.max(0, seconds * 500 - (performance.now() - began)));
    end.abort();
    return { ...(await reading), memory: await memory, downloads: await downloads, ingest };
  };
  const alone = await readOnce(false);
  const besideDownloader = await readOnce(true);
  const limits = { cache: cacheMegabytes, renderer: rendererMegabytes * renderers };
  return { alone, besideDownloader, addresses: read.length, limits };
}
