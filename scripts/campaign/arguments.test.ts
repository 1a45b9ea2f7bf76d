import { expect, test } from 'vitest';
import { readCampaignArguments } from './arguments';
import { makeFile } from './files/make-file';

test('counts and seed are read; what is left out is what the campaign is meant to be', () => {
  expect(readCampaignArguments(['--seed', '7', '--files', '0'])).toEqual({
    seed: 7,
    kills: 200,
    requests: 100_000,
    files: 0,
  });
  expect(readCampaignArguments(['--help'])).toBeNull();
});

test.each([
  [['--kills', 'x'], '--kills wants a number'],
  [['--seed', '99999999999'], '--seed wants a number'],
  [['--quick'], "Unknown option '--quick'"],
  [['here'], "Unexpected argument 'here'"],
])('%j is not understood', (args, reason) => {
  expect(() => readCampaignArguments(args)).toThrow(reason);
});

test('a file follows from the seed and its number, and all kinds come', () => {
  const texts = ['示例市人民政府公报2022年第4号\n示例市人民政府关于测试的通知\n'.repeat(20)];
  const files = Array.from({ length: 100 }, (_, at) => makeFile(7, at, texts));
  expect(makeFile(7, 42, texts)).toEqual(files[42]);
  expect([...new Set(files.map(({ kind }) => kind))].sort()).toEqual(
    ['bytes', 'corrections', 'docx', 'html', 'markdown', 'repeated', 'text'].sort(),
  );
  expect(new Set(files.map(({ name }) => name)).size).toBeGreaterThan(80);
});
