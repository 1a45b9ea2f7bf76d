// `npm test`: every check, in the order of what fails fastest. `npm test -- unit database` runs the
// steps named; what follows `--` after the names goes to the step's own program:
// `npm test -- unit -- lib/gazette`. The scripts of one step end with that `--` already:
// `npm run test:unit -- lib/gazette`. The last line is the sum of all tests.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';
import { say, seconds } from './support/progress';
import { addTally, emptyTally, printTally, readPlaywrightReport, readVitestReport, type Tally } from './testing/tally';

const results = 'test-results';
const bin = (...parts: string[]) => path.join('node_modules', ...parts);

interface TestStep {
  title: string;
  run: (args: string[], signal: AbortSignal) => Promise<void>;
  /** Reads how many tests ran; missing for checks that are no tests. */
  tally?: () => Tally;
}

const vitest = (project: string, ...others: string[]): TestStep => {
  const report = path.join(results, `${project}.json`);
  const projects = [project, ...others].map((name) => `--project=${name}`);
  const fixed = ['run', ...projects, '--passWithNoTests', '--reporter=default', '--reporter=json'];
  return {
    title: `${project} tests`,
    run: (args, signal) =>
      runNode([bin('vitest', 'vitest.mjs'), ...fixed, `--outputFile.json=${report}`, ...args], { signal }),
    tally: () => readVitestReport(report),
  };
};

const drills = vitest('drills', 'drills-alone', 'opensearch');

const browserReport = path.join(results, 'browser.json');

const steps: Record<string, TestStep> = {
  types: {
    title: 'types',
    run: async (args, signal) => {
      // Writes the types of the pages' addresses, which a clean clone does not have.
      await runNode([bin('next', 'dist', 'bin', 'next'), 'typegen'], { signal, quiet: true });
      await runNode([bin('typescript', 'bin', 'tsc'), '--noEmit', ...args], { signal });
    },
  },
  lint: {
    title: 'lint',
    run: (args, signal) => (args.length > 0 ? runEslint(args, signal) : runLint(signal)),
  },
  format: {
    title: 'format',
    run: (args, signal) =>
      runNode(
        [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', ...(args.length ? args : ['.'])],
        { signal },
      ),
  },
  unit: vitest('unit'),
  database: vitest('database', 'database-alone'),
  browser: {
    title: 'browser tests',
    run: async (args, signal) => {
      const { runBrowserTests } = await import('./testing/browser-tests');
      await runBrowserTests(browserReport, args, signal);
    },
    tally: () => readPlaywrightReport(browserReport),
  },
  drills: {
    ...drills,
    title: 'drills',
    run: async (args, signal) => {
      const { withDrillGround } = await import('./testing/drill-ground');
      await withDrillGround(signal, () => drills.run(args, signal));
    },
  },
};

// These talk to PostgreSQL: to a temporary server, or to one of your own that TEST_DATABASE_URL
// names.
const databaseSteps = ['database', 'browser', 'drills'];

const runEslint = (args: string[], signal: AbortSignal): Promise<void> =>
  runNode([bin('eslint', 'bin', 'eslint.js'), '--max-warnings=0', ...args], { signal });

/**
 * Runs every linter, each to its end, so that one call shows all that is wrong.
 * @throws ProgramFailed when one of them complains
 */
async function runLint(signal: AbortSignal): Promise<void> {
  const programs = [
    () => runNode(['--import', 'tsx', path.join('scripts', 'lint', 'check.ts')], { signal }),
    () => runNode([bin('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'], { signal }),
    () => runNode([bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...cruised], { signal }),
    () => runEslint(['.'], signal),
  ];
  const failures: unknown[] = [];
  for (const run of programs) {
    await run().catch((error: unknown) => {
      if (!(error instanceof ProgramFailed)) throw error;
      failures.push(error);
    });
  }
  if (failures.length > 0) throw failures[0];
}

/** What dependency-cruiser looks at: everything that is imported or imports. */
const cruised = [
  '--config',
  'dependency-cruiser.config.mjs',
  ...['app', 'components', 'lib', 'scripts', 'e2e', 'proxy.ts'],
];

async function test(names: string[], args: string[], signal: AbortSignal): Promise<boolean> {
  // A test must not find the database of the portal, nor its index.
  delete process.env.DATABASE_URL;
  delete process.env.OPENSEARCH_URL;
  delete process.env.DATABASE_READ_URL;
  if (!names.some((name) => databaseSteps.includes(name))) return runSteps(names, args, signal);
  const { startTemporaryCluster } = await import('./testing/temporary-cluster');
  // Started here and not by Vitest, which leaves behind what it was building when it is
  // interrupted.
  const cluster = await startTemporaryCluster();
  process.env.TEST_DATABASE_URL = cluster.url;
  try {
    return await runSteps(names, args, signal);
  } finally {
    await cluster.remove();
  }
}

async function runSteps(names: string[], args: string[], signal: AbortSignal): Promise<boolean> {
  const total = emptyTally();
  const began = performance.now();
  mkdirSync(results, { recursive: true });
  const chosen = names.map((name) => {
    const step = steps[name];
    if (!step) throw new Error(`There is no step "${name}". Steps: ${Object.keys(steps).join(', ')}.`);
    return step;
  });
  // Checks that are no tests have one thread each: they run side by side, before the first test.
  const checks = chosen.filter(({ tally }) => !tally);
  const passed = await Promise.all(checks.map((step) => runStep(step, args, total, signal)));
  let succeeded = passed.every(Boolean);
  for (const step of chosen.filter(({ tally }) => tally)) {
    if (!succeeded) break;
    succeeded = await runStep(step, args, total, signal);
  }
  for (const name of total.skippedNames) say(`skipped: ${name}`);
  say(`${succeeded ? 'Everything passed' : 'Stopped at the first step that failed'} after ${seconds(began)}.`);
  say(printTally(total));
  return succeeded;
}

async function runStep(step: TestStep, args: string[], total: Tally, signal: AbortSignal): Promise<boolean> {
  const began = performance.now();
  say(`── ${step.title} …`);
  let failure: unknown;
  try {
    await step.run(args, signal);
  } catch (error) {
    signal.throwIfAborted();
    failure = error;
    if (!(error instanceof ProgramFailed)) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const tally = step.tally?.() ?? emptyTally();
  // A step that fails without a failed test (types, a build) must not read as "0 failed".
  if (failure !== undefined && tally.failed === 0) tally.failed = 1;
  addTally(total, tally);
  say(`── ${step.title}: ${failure === undefined ? 'passed' : 'FAILED'} (${seconds(began)})`);
  return failure === undefined;
}

const signal = interruption();
const given = process.argv.slice(2);
const border = given.indexOf('--');
const names = border === -1 ? given : given.slice(0, border);
const args = border === -1 ? [] : given.slice(border + 1).filter((arg, at) => at > 0 || arg !== '--');
for (const file of ['unit.json', 'database.json', 'browser.json', 'drills.json'])
  rmSync(path.join(results, file), { force: true });
try {
  process.exitCode = (await test(names.length ? names : Object.keys(steps), args, signal)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Interrupted)) say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}
process.exit();
