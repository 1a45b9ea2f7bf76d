import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFormerFile } from '@/lib/gateway/former-files';
import { keepBuildFiles } from './former-builds';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'gongbao-builds-'))));
afterEach(() => rmSync(root, { recursive: true }));

const folder = () => path.join(root, 'kept');
const read = (name: string) => readFormerFile(folder(), `/_next/static/${name}`);

function build(...names: string[]): void {
  const pages = path.join(root, 'pages');
  rmSync(pages, { recursive: true, force: true });
  for (const name of names) {
    const file = path.join(pages, 'static', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `of ${name}`);
  }
  keepBuildFiles(pages, folder());
}

test('the files of the last three builds are there, and those of older ones are not', async () => {
  build('chunks/one.js', 'chunks/shared.css');
  build('chunks/two.js', 'chunks/shared.css');
  build('chunks/three.js');
  expect((await read('chunks/one.js'))?.body.toString()).toBe('of chunks/one.js');
  expect((await read('chunks/one.js'))?.type).toMatch(/^application\/javascript/);
  build('chunks/four.js');
  expect(await read('chunks/one.js')).toBeNull();
  expect(await read('chunks/shared.css')).not.toBeNull();
  expect(await read('chunks/four.js')).not.toBeNull();
});

test('nothing outside is read', async () => {
  build('chunks/one.js');
  writeFileSync(path.join(root, 'secret.js'), 'secret');
  for (const name of ['../../../secret.js', '..%2f..%2f..%2fsecret.js', 'chunks', 'chunks/one.js%00', 'chunks/none.js'])
    expect(await read(name), name).toBeNull();
  expect(await readFormerFile(folder(), '/builds.json')).toBeNull();
});
