import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  [['nonsense'], /^There is no command nonsense\./],
  [['serve', '--help'], /^serve takes no arguments/],
  [['migrate', '--help'], /^migrate takes no arguments/],
  [['check-config', 'x'], /^check-config takes no arguments/],
])('`run.mjs %s` is refused with a sentence, and does nothing', (args, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
});
