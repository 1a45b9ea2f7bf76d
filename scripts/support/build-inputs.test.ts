import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashBuildInputs } from './build-inputs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-build-'));
  write('app/page.tsx', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

test.each([
  ['app/page.tsx', 'a page is edited'],
  ['components/ui/button.tsx', 'a component is added'],
  ['lib/gazette/words/markers.ts', 'the grammar changes'],
  ['public/icon.svg', 'a public file is added'],
  ['package-lock.json', 'a package changes'],
  ['prisma/schema/documents.prisma', 'the schema changes'],
  ['next.config.js', 'a setting changes'],
  ['components/browser/start.ts', 'a script of the browser changes'],
  ['scripts/support/browser-scripts.ts', 'scripts are bundled otherwise'],
])('%s: built anew when %s', (file) => {
  const before = hashBuildInputs(folder);
  write(file, 'two');
  expect(hashBuildInputs(folder)).not.toBe(before);
});

test.each([
  'lib/gazette/words/markers.test.ts',
  'lib/gazette/testing/fixtures/a.txt',
  'lib/db/generated/client.ts',
  'README.md',
])('%s: not built anew', (file) => {
  const before = hashBuildInputs(folder);
  write(file, 'two');
  expect(hashBuildInputs(folder)).toBe(before);
});
