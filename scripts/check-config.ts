// `npm run check-config`: what `npm run serve` would find. It changes nothing.
import { understand } from './support/command-line';
import { checkConfig } from './serve/check-config';

const HELP = `Usage: npm run check-config

Prints the settings without secrets, and checks what \`npm run serve\` needs: build, database, port.

Exit code: 0 it can serve, 1 it would refuse, 2 the command was not understood.`;

const understood = understand(() => {
  const args = process.argv.slice(2);
  if (args.some((each) => each !== '--help')) throw new Error(`There is no option ${args.join(' ')}.`);
  return args.length > 0 ? null : true;
}, HELP);
process.exitCode = 'exitCode' in understood ? understood.exitCode : await checkConfig((line) => console.log(line));
process.exit();
