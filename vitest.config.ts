import path from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'server-only': path.join(import.meta.dirname, 'scripts/testing/server-only.ts'),
    },
  },
};

/** They replace modules, or settings that are read once. */
const NEEDING_OWN_MODULES = [
  'lib/db/queries/numbers/check-draft.test.ts',
  'lib/db/search/testing/mixed-schemes.test.ts',
  'lib/db/search/testing/trace.test.ts',
];

/** Drills that measure what waiting costs, or roll processes while nobody may notice. */
const DRILLS_ALONE = ['freshness', 'many-readers', 'nginx', 'renderers', 'upgrade'].map(
  (name) => `e2e/drills/${name}.test.ts`,
);

const drills = { testTimeout: 60_000, hookTimeout: 120_000 };

const database = {
  setupFiles: 'scripts/testing/fixed-seed.ts',
  globalSetup: 'scripts/testing/database-global-setup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  ...shared,
  test: {
    env: { TZ: 'Asia/Shanghai' },
    // Left to itself Vitest keeps one core free, which on two cores doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          // One set of modules for all files of a worker: loading them anew for each file takes a
          // third as long as the tests.
          isolate: false,
          setupFiles: 'scripts/testing/fixed-seed.ts',
          include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}'],
          exclude: ['lib/db/**'],
        },
      },
      {
        ...shared,
        test: {
          ...database,
          name: 'database',
          // As for the unit tests: loading modules anew takes longer than most tests.
          isolate: false,
          include: ['lib/db/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: NEEDING_OWN_MODULES,
        },
      },
      { ...shared, test: { ...database, name: 'database-alone', include: NEEDING_OWN_MODULES } },
      {
        ...shared,
        test: {
          ...drills,
          name: 'drills',
          include: ['e2e/drills/*.test.ts'],
          exclude: DRILLS_ALONE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...drills,
          name: 'drills-alone',
          include: DRILLS_ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...shared,
        test: {
          ...database,
          ...drills,
          name: 'opensearch',
          include: ['e2e/drills/opensearch/*.test.ts'],
          // Each has nodes of its own, and a busy machine has little time for them.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
