import { expect, test } from 'vitest';
import type { HeldFacts, ServerFacts } from '@/lib/db/portal-facts';
import { readPrometheusText, sumOf } from '@/scripts/testing/prometheus-text';
import { PortalFigures } from './portal-figures';
import { printMetrics } from './print-metrics';
import { ProcessRegistry } from './process-registry';

const held: HeldFacts = {
  ...{ municipalities: 1, issues: 2, documents: 3, sections: 4, sources: 5, outdated: 6, newestIssue: 1_700_000_000 },
};
const server = (revision: number): ServerFacts => ({
  ...{
    isStandby: false,
    isConnected: null,
    lag: null,
    hasRuns: false,
    hasIndexes: false,
    indexLag: null,
    runs: [],
    revision,
  },
});

function follow() {
  const state = { revision: 1, isAway: false, fails: false, asked: 0, counted: 0 };
  const figures = new PortalFigures({
    isAway: () => state.isAway,
    readServer: () => {
      state.asked += 1;
      return state.fails ? Promise.reject(new Error('away')) : Promise.resolve(server(state.revision));
    },
    countHeld: () => {
      state.counted += 1;
      return Promise.resolve(held);
    },
  });
  return { state, figures };
}

test('however often metrics are read, the database is asked seldom, and counted only after a change', async () => {
  const { state, figures } = follow();
  for (let now = 100_000; now < 700_000; now += 100) await figures.refresh(now);
  expect(state.asked).toBe(120);
  expect(state.counted).toBe(1);
  for (let now = 700_000; now < 1_300_000; now += 100) {
    state.revision += 1;
    await figures.refresh(now);
  }
  expect(state.counted).toBeLessThanOrEqual(12);
});

test('a database that is away is not asked, and the last figures stay', async () => {
  const { state, figures } = follow();
  const registry = new ProcessRegistry('gateway');
  figures.follow(registry);
  const read = async () => readPrometheusText(printMetrics([await registry.read()]));
  const before = await read();
  expect([sumOf(before, 'gongbao_database_up'), sumOf(before, 'gongbao_sections')]).toEqual([1, 4]);
  state.isAway = true;
  const away = await read();
  expect([sumOf(away, 'gongbao_database_up'), sumOf(away, 'gongbao_sections'), state.asked]).toEqual([0, 4, 1]);
});

test('a database that does not answer is down, and does not fail the reading', async () => {
  const { state, figures } = follow();
  state.fails = true;
  const registry = new ProcessRegistry('gateway');
  figures.follow(registry);
  const families = readPrometheusText(printMetrics([await registry.read()]));
  expect(sumOf(families, 'gongbao_database_up')).toBe(0);
  expect(families.has('gongbao_sections')).toBe(false);
});
