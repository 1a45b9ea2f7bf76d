import path from 'node:path';
import { parseArgs } from 'node:util';
import { MultiBar, Presets } from 'cli-progress';
import { z } from 'zod';
import { CORRECTIONS_FILE } from '@/lib/corrections/entry';
import { createClient } from '@/lib/db/client';
import { ingestPaths, type FileReport, type IngestOptions, type IngestReport } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { formatNames } from '@/lib/source-files';
import { withDatabase } from './database';
import {
  describeCorrections,
  describeFile,
  describeMessages,
  describeRemoved,
  describeRun,
  listCorrectionErrors,
} from './ingest-lines';

const HELP = `Usage: npm run ingest -- [OPTIONS] PATH…
       npm run ingest -- --remove FILE…

Stores the gazettes and documents that are in the files and folders named. Safe to repeat: what has not changed is left alone.
A file is ${formatNames}. A ${CORRECTIONS_FILE} in such a folder, or beside such a file, mends what is misprinted or cited wrongly. Lines that messages name are lines of its plain text: npm run parse -- --text FILE

  --dry-run              parse and report, write nothing (needs no database)
  --municipality NAME    whose texts these are, where they do not say so themselves: --municipality 本溪市
  --remove               take out files that are held, with everything that they gave: by path, or by name where only one has it
  --replace              take this file where another file, ingested earlier, holds the same issue
  --verbose              print what was left out of a file, and the parser's warnings with file, line and reason
  --help                 print this

Exit code: 0 everything went in, 1 some file did not, 2 the command was not understood.`;

const argumentsSchema = z
  .object({
    named: z.array(z.string().min(1)).min(1, 'name at least one file or folder'),
    remove: z.boolean(),
    dryRun: z.boolean(),
    municipality: z
      .string()
      .trim()
      .regex(/^\p{Script=Han}{2,20}$/u, '--municipality wants a name such as 本溪市')
      .optional(),
    replace: z.boolean(),
    verbose: z.boolean(),
  })
  .refine(
    ({ remove, dryRun, replace, municipality }) => !remove || !(dryRun || replace || municipality !== undefined),
    {
      message: '--remove goes without --dry-run, --replace and --municipality',
    },
  );
type Arguments = z.infer<typeof argumentsSchema>;

/** Gives the arguments, or null when help was asked for. Throws an Error or ZodError that says what is wrong. */
function readArguments(): Arguments | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      municipality: { type: 'string' },
      remove: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { 'dry-run': dryRun, ...others } = values;
  return argumentsSchema.parse({ named: positionals, dryRun, ...others });
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
const pathOf = (named: string): string => path.resolve(process.env.INIT_CWD ?? '.', named);

async function withClient<Result>(work: (prisma: ReturnType<typeof createClient>) => Promise<Result>): Promise<Result> {
  return withDatabase(async ({ url }) => {
    const prisma = createClient(url);
    try {
      return await work(prisma);
    } finally {
      await prisma.$disconnect();
    }
  });
}

async function ingest({ named, dryRun, municipality, replace }: Arguments, display: Display): Promise<IngestReport> {
  const options: IngestOptions = { prisma: null, dryRun, municipality, replace, ...display };
  const paths = named.map(pathOf);
  return dryRun ? ingestPaths(paths, options) : withClient((prisma) => ingestPaths(paths, { ...options, prisma }));
}

/** Gives the exit code. */
async function remove(named: string[]): Promise<number> {
  const files = named.map((each) => ({ named: each, path: pathOf(each) }));
  const { removed, problems } = await withClient((prisma) => removeSources(prisma, files));
  for (const { message } of problems) console.error(message);
  for (const line of describeRemoved(removed)) console.log(line);
  return problems.length > 0 ? 1 : 0;
}

type Display = Required<Pick<IngestOptions, 'onStart' | 'onFile'>> & { stop: () => void };

/** On a terminal lines above a bar; elsewhere lines alone. Failures go to standard error. */
function makeDisplay(verbose: boolean): Display {
  const bars = process.stdout.isTTY
    ? new MultiBar(
        { format: ' {bar} {value}/{total}', clearOnComplete: true, gracefulExit: false, stream: process.stdout },
        Presets.shades_classic,
      )
    : null;
  let bar: ReturnType<MultiBar['create']> | undefined;
  const print = (line: string, file: FileReport) => {
    if (bars) bars.log(`${line}\n`);
    else if (file.error) console.error(line);
    else console.log(line);
  };
  return {
    onStart: (count) => {
      bar = bars?.create(count, 0);
    },
    onFile: (file) => {
      print(describeFile(file), file);
      if (verbose) for (const line of describeMessages(file)) print(line, file);
      bar?.increment();
    },
    stop: () => {
      // Lines that wait for the next redrawing would be lost.
      bars?.update();
      bars?.stop();
    },
  };
}

async function main(): Promise<number> {
  let given: Arguments | null;
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
  if (given.remove) return remove(given.named);
  const display = makeDisplay(given.verbose);
  const report = await ingest(given, display).finally(display.stop);
  for (const line of describeCorrections(report)) console.log(line);
  for (const line of listCorrectionErrors(report)) console.error(line);
  for (const line of describeRun(report, given)) console.log(line);
  return [...report.files, ...report.corrections].some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
