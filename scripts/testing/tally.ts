import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended how; `skippedNames` says what was not tested. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  skippedNames: string[];
}

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [] });

/** Adds `more` to `tally`. */
export function addTally(tally: Tally, more: Tally): void {
  tally.passed += more.passed;
  tally.failed += more.failed;
  tally.skipped += more.skipped;
  tally.skippedNames.push(...more.skippedNames);
}

/** Gives the line that ends every run and that CI reads: `12 passed, 0 failed, 1 skipped`. */
export function printTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

interface VitestReport {
  testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/**
 * Reads the file of Vitest's JSON reporter. A file that could not be loaded counts as one failure;
 * a report that was never written counts nothing.
 */
export function readVitestReport(file: string): Tally {
  const tally = emptyTally();
  if (!existsSync(file)) return tally;
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  for (const { status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) tally.failed++;
    for (const test of assertionResults) count(tally, test.status, test.fullName);
  }
  return tally;
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { projectName: string; status: string }[] }[];
}

/**
 * Reads the file of Playwright's JSON reporter. An error outside every test (a file that does not
 * load) counts as one failure.
 */
export function readPlaywrightReport(file: string): Tally {
  const tally = emptyTally();
  if (!existsSync(file)) return tally;
  const report = JSON.parse(readFileSync(file, 'utf8')) as { suites: PlaywrightSuite[]; errors: unknown[] };
  tally.failed += report.errors.length;
  const visit = (suite: PlaywrightSuite, titles: string[]) => {
    for (const inner of suite.suites ?? []) visit(inner, [...titles, inner.title]);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        count(tally, test.status, [...titles, spec.title, `(${test.projectName})`].join(' '));
      }
    }
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  return tally;
}

function count(tally: Tally, status: string, name: string): void {
  if (['passed', 'expected'].includes(status)) tally.passed++;
  else if (['skipped', 'pending', 'todo', 'disabled'].includes(status)) {
    tally.skipped++;
    tally.skippedNames.push(name);
  } else tally.failed++;
}
