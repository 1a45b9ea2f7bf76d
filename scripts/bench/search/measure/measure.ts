import { searchAsMeant } from '@/lib/db/queries/references/understand-search';
import type { SearchEngine } from '@/lib/search/engine';
import { alternativesOf } from '@/lib/search/query';
import { medianOf, timesOf, type Times } from '../../statistics';
import type { ProcessorClock } from './processor-clock';
import type { BenchQuery, ClassQueries } from '../queries/queries';
import type { Yardstick } from './yardstick';

export interface ClassResult {
  name: string;
  meaning: string;
  times: Times;
  /**
   * Time of the processor alone, ours and the server's: what a search costs whatever else the
   * machine does. Null where it is not known.
   */
  processor: Times | null;
  /** SQLite's, on the same words without filters; null where it has nothing like it. */
  yardstick: Times | null;
  /** Searches that were given up. */
  timedOut: number;
}

/** Median of the rounds, of each figure for itself. */
const medianTimes = (rounds: readonly Times[]): Times => ({
  p50: medianOf(rounds, ({ p50 }) => p50),
  p95: medianOf(rounds, ({ p95 }) => p95),
  worst: Math.max(...rounds.map(({ worst }) => worst)),
});

/** Asks one query as a page does: the whole function. Gives whether it was given up. */
export async function ask(engine: SearchEngine, kind: string, query: BenchQuery): Promise<boolean> {
  if (kind === 'suggestion') {
    await engine.suggest(query.q);
    return false;
  }
  if (kind === 'meant') {
    const { answer } = await searchAsMeant({ q: query.q, sort: 'relevance', page: 1 });
    return answer.timedOut;
  }
  return (await engine.search(query.request)).timedOut;
}

/**
 * Measures every class, one query after the other, in rounds.
 * A round takes each class in turn, so that a busy minute of the machine falls on all. Every query
 * is asked once, and none of them was asked before.
 * @param clock null where what works is no server of PostgreSQL alone
 */
export async function measureClasses(
  engine: SearchEngine,
  classes: readonly ClassQueries[],
  yardstick: Yardstick,
  clock: ProcessorClock | null,
): Promise<ClassResult[]> {
  const measured = classes.map(() => ({
    engine: [] as Times[],
    processor: [] as Times[],
    yardstick: [] as Times[],
    timedOut: 0,
  }));
  const rounds = classes[0]!.rounds.length;
  for (let round = 1; round < rounds; round++)
    for (const [at, { queryClass, rounds: queries }] of classes.entries()) {
      const [times, processorTimes, yardstickTimes] = [[] as number[], [] as number[], [] as number[]];
      await clock?.refresh();
      for (const query of queries[round]!) {
        const processorStart = clock?.now() ?? null;
        const start = performance.now();
        if (await ask(engine, queryClass.kind, query)) measured[at]!.timedOut++;
        times.push(performance.now() - start);
        const processorEnd = clock?.now() ?? null;
        if (processorStart !== null && processorEnd !== null) processorTimes.push(processorEnd - processorStart);
        if (queryClass.kind !== 'words') continue;
        const yardstickStart = performance.now();
        yardstick.search(query.request.query.words.map(alternativesOf));
        yardstickTimes.push(performance.now() - yardstickStart);
      }
      measured[at]!.engine.push(timesOf(times));
      if (processorTimes.length > 0) measured[at]!.processor.push(timesOf(processorTimes));
      if (yardstickTimes.length > 0) measured[at]!.yardstick.push(timesOf(yardstickTimes));
    }
  return classes.map(({ queryClass: { name, meaning } }, at) => {
    const { engine: own, processor, yardstick: other, timedOut } = measured[at]!;
    const median = (rounds: Times[]): Times | null => (rounds.length > 0 ? medianTimes(rounds) : null);
    return { name, meaning, times: medianTimes(own), processor: median(processor), yardstick: median(other), timedOut };
  });
}
