import type { SearchEngine } from '@/lib/search/engine';
import { percentile } from '../../statistics';
import { ask } from './measure';
import type { ClassQueries } from '../queries/queries';
import { pick, randomFrom, seedOf } from '../random';

export interface ClientsResult {
  clients: number;
  seconds: number;
  searches: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  worst: number;
  perSecond: number;
  timedOut: number;
  /** What went wrong, each message once. */
  errors: string[];
}

/**
 * Measures many readers at once.
 * Each asks something of any class as soon as the answer before has come.
 */
export async function measureClients(
  engine: SearchEngine,
  classes: readonly ClassQueries[],
  { clients, seconds, seed }: { clients: number; seconds: number; seed: number },
): Promise<ClientsResult> {
  const times: number[] = [];
  const errors = new Set<string>();
  let timedOut = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const read = async (client: number): Promise<void> => {
    const random = randomFrom(seedOf(seed, 'client', client));
    while (performance.now() < end) {
      const { queryClass, rounds } = pick(random, classes);
      const query = pick(random, pick(random, rounds));
      const asked = performance.now();
      try {
        if (await ask(engine, queryClass.kind, query)) timedOut++;
      } catch (error) {
        errors.add(error instanceof Error ? error.message : String(error));
      }
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_each, client) => read(client)));
  const taken = (performance.now() - start) / 1000;
  return {
    clients,
    seconds: taken,
    searches: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    worst: percentile(times, 1),
    perSecond: times.length / taken,
    timedOut,
    errors: [...errors],
  };
}
