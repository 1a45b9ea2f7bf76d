// `node --import tsx scripts/lint/check.ts`: the rules of the project that no linter has. Part of
// `npm run lint`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findLongSentences } from './doc-comments';
import { findRepeatedNames } from './exported-names';
import { findSecondWords, listWords } from './interface-words';
import { findOversized } from './sizes';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const files = listed
  .split('\0')
  .filter((path) => /\.(ts|tsx|mjs|js|css|prisma)$/.test(path) && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const complaints = [
  ...findRepeatedNames(files.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path))),
  ...findLongSentences(files.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|spec)\.tsx?$/.test(path))),
  ...findOversized(files),
  ...findSecondWords(files),
];
// `--words` prints what the interface says, folder by folder, to be read as a list.
if (process.argv.includes('--words'))
  for (const { path, line, words } of listWords(files)) console.log(`${path}:${line}\t${words}`);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
