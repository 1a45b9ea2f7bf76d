import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CORRECTIONS_FILE } from '@/lib/corrections/entry';
import { formatNames } from '@/lib/source-files';

/** What `npm run ingest -- --help` prints. */
export const HELP = `Usage: npm run ingest -- [OPTIONS] PATH…
       npm run ingest -- --outdated
       npm run ingest -- --remove FILE… --reason "WORDS"

Stores the gazettes and documents that are in the files and folders named. Safe to repeat: what has not changed is left alone, and what was broken off goes on.
A file is ${formatNames}. A ${CORRECTIONS_FILE} in such a folder, or beside such a file, corrects what is misprinted or cited wrongly. A manifest.csv or manifest.json (文件清单) there says what the publisher states of each text: file, title, number, index number (索引号), topic (主题分类), validity (有效性), publication day (发布日期), source address (来源网址). Lines that messages name are lines of its plain text: npm run -s parse -- --text FILE

  --jobs N               read N files at once; left out, one for each processor, as far as memory is free
  --dry-run              parse and report, write nothing; where there is a database, it says of each document what would come, go, change and move, and what would be stopped (it needs none, and makes none)
  --report FILE.html     with --dry-run: write that as a page to look at, with every difference
  --municipality NAME    whose texts these are, where they do not say so themselves: --municipality 本溪市
  --outdated             read every held file anew whose rows another version made, from the bytes that the portal keeps; it can be broken off and goes on
  --remove               take out files that are held, with everything that they gave: by path, or by name where only one has it; their addresses say from then on what they were
  --reason WORDS         why, as these addresses say it to readers
  --accept               take a file, or with --outdated a new reading, although held text is lost by it: without it such a file is stopped, and what is held stays
  --replace              take this file where another file, ingested earlier, holds the same issue
  --verbose              print what was left out of a file, and the parser's warnings with file, line and reason
  --help                 print this

Exit code: 0 everything went in, 1 some file did not, 2 the command was not understood.`;

const argumentsSchema = z
  .object({
    named: z.array(z.string().min(1)),
    remove: z.boolean(),
    reason: z
      .string()
      .trim()
      .min(1, '--reason wants words')
      .max(200, '--reason wants at most 200 characters')
      .optional(),
    outdated: z.boolean(),
    dryRun: z.boolean(),
    municipality: z
      .string()
      .trim()
      .regex(/^\p{Script=Han}{2,20}$/u, '--municipality wants a name such as 本溪市')
      .optional(),
    jobs: z.coerce
      .number('--jobs wants a number from 1 to 64')
      .int('--jobs wants a number from 1 to 64')
      .min(1, '--jobs wants a number from 1 to 64')
      .max(64, '--jobs wants a number from 1 to 64')
      .optional(),
    replace: z.boolean(),
    accept: z.boolean(),
    report: z
      .string()
      .regex(/\.html?$/i, '--report wants the name of an .html file')
      .optional(),
    verbose: z.boolean(),
  })
  .refine(({ named, outdated }) => outdated || named.length > 0, { message: 'name at least one file or folder' })
  .refine(
    ({ outdated, named, remove, dryRun, replace, municipality }) =>
      !outdated || !(named.length > 0 || remove || dryRun || replace || municipality !== undefined),
    {
      message:
        '--outdated reads all held files, and goes without names and without other options but --accept and --verbose',
    },
  )
  .refine(
    ({ remove, dryRun, replace, accept, municipality }) =>
      !remove || !(dryRun || replace || accept || municipality !== undefined),
    {
      message: '--remove goes without --dry-run, --replace, --accept and --municipality',
    },
  )
  .refine(({ dryRun, report }) => dryRun || report === undefined, { message: '--report goes with --dry-run' })
  .refine(({ remove, reason }) => remove || reason === undefined, { message: '--reason goes with --remove' });
export type Arguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the arguments of `npm run ingest --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readArguments(args: string[]): Arguments | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      jobs: { type: 'string' },
      municipality: { type: 'string' },
      outdated: { type: 'boolean', default: false },
      reason: { type: 'string' },
      remove: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
      report: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { 'dry-run': dryRun, ...others } = values;
  return argumentsSchema.parse({ named: positionals, dryRun, ...others });
}
