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
          name: 'database',
          setupFiles: 'scripts/testing/fixed-seed.ts',
          include: ['lib/db/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: 'scripts/testing/database-global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'drills',
          include: ['e2e/drills/*.test.ts'],
          // They measure how long readers wait.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
