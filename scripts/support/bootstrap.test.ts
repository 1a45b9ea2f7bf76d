import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashFiles, refuseOldNode } from './bootstrap.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-bootstrap-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('runs on Node %s', (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});

test.each(['20.18.3', '18.20.0', '9.0.0'])('refuses Node %s and says which is needed', (version) => {
  expect(() => refuseOldNode(version)).toThrow(/needs Node 20\.19 or newer, and this is Node/);
});

test('the hash changes with a byte of a file, with a file that appears, and with the machine; not with time', () => {
  const lock = path.join(folder, 'package-lock.json');
  writeFileSync(lock, '{"a":1}');
  const before = hashFiles([lock], ['linux']);
  writeFileSync(lock, '{"a":1}');
  expect(hashFiles([lock], ['linux'])).toBe(before);
  expect(hashFiles([lock], ['darwin'])).not.toBe(before);
  writeFileSync(lock, '{"a":2}');
  expect(hashFiles([lock], ['linux'])).not.toBe(before);
  rmSync(lock);
  expect(hashFiles([lock], ['linux'])).not.toBe(before);
});
