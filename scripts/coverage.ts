import path from 'node:path';
import { runCoverage } from './coverage/command';

// `npm run coverage -- PATH… | head` closes the pipe: the rest is not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await runCoverage(process.argv.slice(2), {
    recordFolder: path.join('.data', 'coverage'),
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
