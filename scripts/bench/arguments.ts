import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { subjects } from './subjects';

const names = Object.keys(subjects);
/** What `npm run bench -- --help` prints. */
export const HELP = `Usage: npm run bench -- [OPTIONS] NAME [PATH…]

Measures, and says what is slower or larger than it may be.

${names.map((name) => `  ${name.padEnd(13)}${subjects[name]!.summary}\n${' '.repeat(15)}PATH: ${subjects[name]!.paths}`).join('\n')}

  --rounds N     how often all is measured; the median counts (3)
  --times N      parse: how many times the large cases hold the small one (100)
  --sections N   search, backup, versions: how many sections the corpus has (10000)
  --clients N    search: how many readers ask at once at the end (20); readers: how many read (200)
  --seconds N    search: for how long they do; 0 leaves them out (60); pages: for each figure of views
                 a second; 0 leaves them out (3); readers: for how long they read, twice (300)
  --documents N,N…  citations: how many documents its corpora have (1000,10000,100000); folder: the
                 first of them is how many texts it has
  --engine NAME  search: opensearch to have one node of OpenSearch find the same words too (postgresql)
  --fresh        search, citations, backup: build the corpus again
  --help         print this

Exit code: 0 all is well, 1 something is not as it should be or could not be measured, 2 the command was not understood.`;

const wholeNumber = (option: string, least = 1, most = 9999) =>
  z
    .string()
    .regex(/^\d{1,8}$/, wanted(option, least, most))
    .transform(Number)
    .refine((value) => value >= least && value <= most, wanted(option, least, most));
const wanted = (option: string, least: number, most: number): string =>
  `--${option} wants a number from ${least} to ${most}`;
const argumentsSchema = z.object({
  name: z.enum(names, `name what is to be measured: ${names.join(', ')}`),
  paths: z.array(z.string().min(1)),
  rounds: wholeNumber('rounds'),
  times: wholeNumber('times'),
  sections: wholeNumber('sections', 100, 10_000_000),
  documents: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(wholeNumber('documents', 20, 1_000_000)))
    .transform((sizes) => [...new Set(sizes)].sort((one, other) => one - other)),
  clients: wholeNumber('clients', 1, 200),
  seconds: wholeNumber('seconds', 0, 3600),
  fresh: z.boolean(),
  engine: z.enum(['postgresql', 'opensearch'], '--engine wants postgresql or opensearch'),
});

/**
 * Reads the arguments of `npm run bench --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readArguments(args: string[]): z.infer<typeof argumentsSchema> | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      times: { type: 'string', default: '100' },
      sections: { type: 'string', default: '10000' },
      documents: { type: 'string', default: '1000,10000,100000' },
      clients: { type: 'string' },
      seconds: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'postgresql' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [name, ...named] = positionals;
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  const paths = named.map((each) => path.resolve(process.env.INIT_CWD ?? '.', each));
  return argumentsSchema.parse({ ...defaultsOf(name), ...values, name, paths });
}

/** Gives what the options are that differ between benches. */
function defaultsOf(name: string | undefined): { clients: string; seconds: string } {
  const bench = subjects[name ?? ''];
  const { clients = 20, seconds = 60 } = (bench && 'defaults' in bench ? bench.defaults : undefined) ?? {};
  return { clients: String(clients), seconds: String(seconds) };
}
