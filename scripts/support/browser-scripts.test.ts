import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROWSER_SCRIPTS_FILE, type BrowserScripts } from '@/lib/settings/browser-scripts';
import { buildBrowserScripts } from './browser-scripts';

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-browser-'));
const place = (address: string) => path.join(folder, address.replace('/_next/', ''));
let inputs: string[];
let scripts: BrowserScripts;
beforeAll(async () => {
  const metafile = await buildBrowserScripts(folder);
  inputs = Object.keys(metafile.inputs);
  scripts = JSON.parse(readFileSync(path.join(folder, BROWSER_SCRIPTS_FILE), 'utf8')) as BrowserScripts;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('no part of React, of Next, of a schema or of the parser is in it', () => {
  expect(inputs).toContain('components/browser/aloud/aloud-bar.ts');
  expect(inputs.filter((file) => /node_modules|lib\/db\/|lib\/gazette\/(?!tree\/names|words\/)/.test(file))).toEqual(
    [],
  );
});

test('a page loads 6 KB compressed at once, in files that the list names', () => {
  const files = [scripts.start, ...scripts.shared].map((address) => readFileSync(place(address)));
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeLessThan(6 * 1024);
});

test('a name follows from the content, and nothing of a former build stays', async () => {
  const names = () => readdirSync(place('/_next/static/browser')).sort();
  const first = names();
  writeFileSync(place('/_next/static/browser/start-OLD.js'), '');
  await buildBrowserScripts(folder);
  expect(names()).toEqual(first);
});
