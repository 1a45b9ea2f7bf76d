import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run erase -- --help` prints. */
export const ERASE_HELP = `Usage: npm run erase -- ADDRESS --version N --reason "WORDS"
       npm run erase -- ADDRESS… --words FILE --reason "WORDS"

Takes words out for good, such as personal data. A trace stays, which readers see: the day and the reason, not the words.
An address is that of a document: shili/shizhengfa-2023-2

  --version N       the whole text of a former version, as the page of its versions counts them; versions with the same words go with it
  --words FILE      the exact words that the file holds, from what is held, every kept version, what became of addresses, events, and the kept file; × stands in their place. A single - reads them from standard input, so that they are in no shell's history
  --reason WORDS    why, as readers see it; do not repeat there what is to be erased
  --dry-run         say what would be taken out, and leave everything as it is
  --help            print this

Exit code: 0 erased, 1 there was nothing to erase, 2 the command was not understood.`;

const argumentsSchema = z
  .object({
    addresses: z.array(z.string().min(1)).min(1, 'name a document by its address: shili/shizhengfa-2023-2'),
    version: z.coerce.number('--version wants a number').int('--version wants a number').min(1).optional(),
    words: z.string().min(1, '--words wants a file').optional(),
    reason: z
      .string('--reason is missing: readers see it')
      .trim()
      .min(1, '--reason wants words')
      .max(200, '--reason wants at most 200 characters'),
    dryRun: z.boolean(),
  })
  .refine(({ version, words }) => (version === undefined) !== (words === undefined), {
    message: 'say what is to be erased: --version N or --words FILE',
  })
  .refine(({ version, addresses }) => version === undefined || addresses.length === 1, {
    message: '--version is about one document',
  });
export type EraseArguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the arguments of `npm run erase --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readEraseArguments(args: string[]): EraseArguments | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      words: { type: 'string' },
      reason: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { 'dry-run': dryRun, version, words, reason } = values;
  return argumentsSchema.parse({ addresses: positionals, version, words, reason, dryRun });
}
