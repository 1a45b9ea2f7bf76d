// `npm run format`: Prettier formats all code; `npm run format -- FILE…` only the files named.
import path from 'node:path';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';

const prettier = path.join('node_modules', 'prettier', 'bin', 'prettier.cjs');
const files = process.argv.slice(2);
try {
  await runNode([prettier, '--write', '--log-level=warn', ...(files.length ? files : ['.'])], {
    signal: interruption(),
  });
} catch (error) {
  if (!(error instanceof Interrupted || error instanceof ProgramFailed)) throw error;
  process.exitCode = error instanceof ProgramFailed ? 1 : 130;
}
process.exit();
