import { describe, expect, it, vi } from 'vitest';
import { addComparisons, compareDrawn, noTables, printComparison, type Comparison } from './testing/compare';
import { scenarios } from './testing/scenarios';

// Time for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 120_000 });

// Random tables of an invented city, damaged in every way that texts damage tables, put into a
// document and read again. `npx tsx lib/gazette/tables/testing/report.ts 100` prints the same
// figures for more of them.
const seed = 20_261_121;
const tablesEach = 8;

describe('random tables that lost their lines', () => {
  const comparisons = new Map<string, Comparison>();

  it.each(scenarios)('$name: no cell that is wrong is called certain', (scenario) => {
    const { comparison, wrong } = compareDrawn(scenario, seed, tablesEach);
    comparisons.set(scenario.name, comparison);
    expect(wrong.map(({ kind, cells, text }) => `${kind}: ${cells.join('; ')}\n${text}`)).toEqual([]);
  });

  it('come back exactly, more often than not', () => {
    for (const [name, comparison] of comparisons) console.info(printComparison(name, comparison));
    const placed = scenarios.filter(({ lossy }) => !lossy).map(({ name }) => comparisons.get(name)!);
    const all = placed.reduce(addComparisons, noTables);
    console.info(printComparison('all', all));
    expect(all.exact / all.tables).toBeGreaterThan(0.92);
    // Silence is no virtue: most of what stands at its place can be proven.
    expect(all.certain / (all.certain + all.inferred)).toBeGreaterThan(0.75);
  });
});
