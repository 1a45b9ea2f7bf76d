import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addTally, emptyTally, printTally, readPlaywrightReport, readVitestReport } from './tally';

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, report: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = write('vitest.json', {
  testResults: [
    {
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'reads a heading' },
        { status: 'failed', fullName: 'reads a table' },
        { status: 'pending', fullName: 'reads the reference corpus' },
      ],
    },
    // A file that does not load has no tests.
    { status: 'failed', assertionResults: [] },
  ],
});

const playwright = write('playwright.json', {
  errors: [{ message: 'a file that does not load' }],
  suites: [
    {
      title: 'reading.spec.ts',
      specs: [{ title: 'opens', tests: [{ projectName: 'phone', status: 'expected' }] }],
      suites: [
        { title: 'tables', specs: [{ title: 'scroll', tests: [{ projectName: 'desktop', status: 'skipped' }] }] },
        { title: 'links', specs: [{ title: 'lead', tests: [{ projectName: 'desktop', status: 'unexpected' }] }] },
      ],
    },
  ],
});

test('counts what passed, failed and was skipped, and names what was skipped', () => {
  const total = emptyTally();
  addTally(total, readVitestReport(vitest));
  expect(total).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
  addTally(total, readPlaywrightReport(playwright));
  expect(total.skippedNames).toEqual(['reads the reference corpus', 'reading.spec.ts tables scroll (desktop)']);
  expect(printTally(total)).toBe('2 passed, 4 failed, 2 skipped');
});

test('a report that was never written counts nothing', () => {
  expect(printTally(readVitestReport(path.join(folder, 'missing.json')))).toBe('0 passed, 0 failed, 0 skipped');
});
