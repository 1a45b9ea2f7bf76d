import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run campaign -- --help` prints. */
export const HELP = `Usage: npm run campaign -- [OPTIONS]

Tries to break a portal of its own: kills its processes at random moments while readers read and ingests run, sends it hostile requests, and gives it hostile files.

  --seed N       what happens follows from it (the time; it is printed)
  --kills N      processes that are killed (200)
  --requests N   hostile requests (100000)
  --files N      hostile files (2000)
  --only N       send hostile request N of this seed alone, and print what comes back
  --help         print this

Exit code: 0 all is well, 1 something is not as it should be, 2 the command was not understood.`;

const count = (option: string, most = 10_000_000) =>
  z
    .string()
    .regex(/^\d{1,10}$/, `--${option} wants a number`)
    .transform(Number)
    .refine((value) => value <= most, `--${option} wants a number up to ${most}`);

const argumentsSchema = z.object({
  seed: count('seed', 2 ** 32 - 1),
  kills: count('kills'),
  requests: count('requests'),
  files: count('files'),
  only: count('only').optional(),
});
export type CampaignArguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the arguments of `npm run campaign --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readCampaignArguments(args: string[]): CampaignArguments | null {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
      kills: { type: 'string', default: '200' },
      requests: { type: 'string', default: '100000' },
      files: { type: 'string', default: '2000' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values.help ? null : argumentsSchema.parse(values);
}
