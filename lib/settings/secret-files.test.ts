import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSecretFiles } from './secret-files';

const url = 'postgresql://gongbao:secret@db.example/gongbao';
let folder: string;
const fileOf = (content: string): string => {
  const file = path.join(folder, 'secret');
  writeFileSync(file, content);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-secret-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['DATABASE_URL', 'DATABASE_READ_URL'])('%s is read from the file that is named', (name) => {
  const variables: Record<string, string | undefined> = { [`${name}_FILE`]: fileOf(`${url}\n`), PORT: '3000' };
  readSecretFiles(variables);
  expect(variables).toEqual({ [name]: url, PORT: '3000' });
});

test('nothing happens where no file is named', () => {
  const variables = { DATABASE_URL: url, DATABASE_URL_FILE: '' };
  readSecretFiles(variables);
  expect(variables).toEqual({ DATABASE_URL: url, DATABASE_URL_FILE: '' });
});

test.each([
  [
    'both',
    () => ({ DATABASE_URL: url, DATABASE_URL_FILE: fileOf(url) }),
    /DATABASE_URL and DATABASE_URL_FILE are both set/,
  ],
  [
    'a missing file',
    () => ({ DATABASE_URL_FILE: path.join(folder, 'missing') }),
    /DATABASE_URL_FILE is ".*missing".*ENOENT/,
  ],
  ['a folder', () => ({ DATABASE_URL_FILE: folder }), /cannot be read \(EISDIR\)/],
  ['an empty file', () => ({ DATABASE_URL_FILE: fileOf(' \n') }), /which is empty/],
])('%s: refused, and the message does not have the secret', (_, variables, message) => {
  expect(() => readSecretFiles(variables())).toThrow(message);
  expect(() => readSecretFiles(variables())).not.toThrow(/secret@/);
});
