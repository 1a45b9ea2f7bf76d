import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runBench } from './bench/frame';
import { subjects } from './bench/subjects';

const names = Object.keys(subjects);
const HELP = `Usage: npm run bench -- [OPTIONS] NAME [PATH…]

Measures speed and memory, each case in fresh processes, and says what grew beyond what is allowed.

${names.map((name) => `  ${name.padEnd(13)}${subjects[name]!.summary}\n${' '.repeat(15)}PATH: ${subjects[name]!.paths}`).join('\n')}

  --rounds N   processes for each case, of which the median counts (3)
  --times N    how many times the large cases hold the small one (100)
  --help       print this

Exit code: 0 all is well, 1 something grew too much or could not be measured, 2 the command was not understood.`;

const wholeNumber = (option: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `--${option} wants a number from 1 to 9999`)
    .transform(Number);
const argumentsSchema = z.object({
  name: z.enum(names, `name what is to be measured: ${names.join(', ')}`),
  paths: z.array(z.string().min(1)),
  rounds: wholeNumber('rounds'),
  times: wholeNumber('times'),
});

/** Gives the arguments, or null when help was asked for. Throws an Error or ZodError that says what is wrong. */
function readArguments(): z.infer<typeof argumentsSchema> | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      times: { type: 'string', default: '100' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [name, ...named] = positionals;
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  const paths = named.map((each) => path.resolve(process.env.INIT_CWD ?? '.', each));
  return argumentsSchema.parse({ name, paths, rounds: values.rounds, times: values.times });
}

async function main(): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments();
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('; ') : (error as Error).message;
    console.error(`${reason}\n\n${HELP}`);
    return 2;
  }
  if (!given) {
    console.log(HELP);
    return 0;
  }
  const complaints = await runBench(given.name, subjects[given.name]!, given, (line) => console.log(line));
  return complaints.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
