import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFormerFile } from '@/lib/gateway/former-files';
import { keepBuildFiles, shareBuildFiles } from './former-builds';

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

/** A build in a folder of its own, as a release that was unpacked beside the former one. */
function release(name: string, ...files: string[]): string {
  const pages = path.join(root, name);
  for (const file of files) {
    mkdirSync(path.join(pages, 'static', path.dirname(file)), { recursive: true });
    writeFileSync(path.join(pages, 'static', file), `of ${file}`);
  }
  return pages;
}

test('releases in several folders that share one keep the files of each other', async () => {
  const releases = ['a', 'b', 'c', 'd'].map((name) => release(name, `chunks/${name}.js`, 'chunks/shared.css'));
  for (const pages of releases.slice(0, 3)) await shareBuildFiles(pages, folder());
  // Served again, as after a restart, and the one before, as after a roll back.
  await shareBuildFiles(releases[2]!, folder());
  await shareBuildFiles(releases[1]!, folder());
  for (const name of ['a', 'b', 'c']) expect(await read(`chunks/${name}.js`), name).not.toBeNull();
  await shareBuildFiles(releases[3]!, folder());
  expect(await read('chunks/a.js')).toBeNull();
  for (const name of ['b', 'c', 'd']) expect(await read(`chunks/${name}.js`), name).not.toBeNull();
});

test('two that begin at once do not lose each other', async () => {
  const releases = ['a', 'b'].map((name) => release(name, `chunks/${name}.js`));
  await Promise.all(releases.map((pages) => shareBuildFiles(pages, folder())));
  for (const name of ['a', 'b']) expect(await read(`chunks/${name}.js`), name).not.toBeNull();
});

test('what was lost is copied again', async () => {
  const pages = release('a', 'chunks/a.js');
  await shareBuildFiles(pages, folder());
  rmSync(path.join(folder(), '_next'), { recursive: true });
  await shareBuildFiles(pages, folder());
  expect(await read('chunks/a.js')).not.toBeNull();
});
