import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const LIST = path.join('components', 'browser', 'hooks.ts');

/** Everything that a folder holds, tests aside. */
const read = (folder: string, kind: RegExp): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => kind.test(file) && file !== LIST && !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const components = read('components', /\.tsx?$/);
const browser = read('components/browser', /\.tsx?$/);
const styles = read('app/styles', /\.css$/);
const lib = read('lib', /\.ts$/);
const list = /^interface Hooks \{$(.*?)^\}$/ms.exec(readFileSync(LIST, 'utf8'))?.[1] ?? '';
const hooks = [...list.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map((match) => match[1]!);

test('the list is read', () => {
  expect(hooks).toContain('contents');
  expect(hooks).toContain('copy-html');
  expect(new Set(hooks).size).toBe(hooks.length);
});

test.each(hooks)('%s is printed or set, and read by a script, a style sheet or the gateway', (name) => {
  expect(components).toMatch(new RegExp(`\\bhook\\('${name}'|setState\\([^,]+, '${name}', true`));
  const asked = new RegExp(`\\bhooked\\('${name}'|readHook\\(.+, '${name}'\\)`).test(browser);
  expect(asked || styles.includes(`data-${name}`) || lib.includes(`'data-${name}'`)).toBe(true);
});

test.each(hooks)('%s has a comment that says by whom', (name) => {
  expect(list).toMatch(new RegExp(`\\*/\\n {2}'?${name}'?:`));
});
