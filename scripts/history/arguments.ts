import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run history -- --help` prints. */
export const HISTORY_HELP = `Usage: npm run history [-- OPTIONS] [ID]

Lists what was ingested, read anew, taken out and erased, the newest first: when, what, how many files, how long, how many failed.
With the number of a run it shows that one, with the files that failed and why.

  --limit N    list so many runs: 20 unless told, at most 1000
  --json       print JSON, for programs: npm run -s history -- --json
  --help       print this

Exit code: 0 listed, 1 there is no such run or no database, 2 the command was not understood.`;

const argumentsSchema = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, 'a run is named by its number, as the list shows it')
    .optional(),
  limit: z.coerce
    .number()
    .int('--limit wants a number from 1 to 1000')
    .min(1, '--limit wants a number from 1 to 1000')
    .max(1000, '--limit wants a number from 1 to 1000'),
  json: z.boolean(),
});
export type HistoryArguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the arguments of `npm run history --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readHistoryArguments(args: string[]): HistoryArguments | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (positionals.length > 1) throw new Error('name one run, or none');
  return argumentsSchema.parse({ id: positionals[0], limit: values.limit, json: values.json });
}
