// `npm run test:watch`: the unit tests again after each edit of a file that they use.
// `npm run test:watch -- lib/gazette` watches the tests of a folder; `q` or Ctrl-C ends it.
import path from 'node:path';
import { interruption, Interrupted, ProgramFailed, runNode } from './support/child-process';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const signal = interruption();
try {
  await runNode([vitest, 'watch', '--project=unit', ...process.argv.slice(2)], { signal, interactive: true });
} catch (error) {
  if (!(error instanceof Interrupted || error instanceof ProgramFailed)) throw error;
  process.exitCode = error instanceof ProgramFailed ? 1 : 130;
}
process.exit();
