import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run index -- --help` prints. */
export const INDEX_HELP = `Usage: npm run index [-- OPTIONS]

Lets the index of OPENSEARCH_URL take over what has changed in the database, and ends.

  --follow        go on until told to end; a second one waits for the end of the first
  --rebuild       build a new index beside the one that is searched, compare it with the database, and search it from then on;
                  broken off, it goes on where it was
  --shards N      with --rebuild: pieces of the index, 1 unless told
  --replicas N    with --rebuild: copies of each piece beside itself, 1 unless told; needs so many nodes more
  --drop          remove all indexes of this database: the way back to PostgreSQL alone
  --help          print this

Exit code: 0 done, 1 not done, 2 the command was not understood.`;

const amount = (name: string, least: number, most: number) => {
  const words = `${name} wants a number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};

const argumentsSchema = z.object({
  follow: z.boolean(),
  rebuild: z.boolean(),
  drop: z.boolean(),
  shards: amount('--shards', 1, 1000),
  replicas: amount('--replicas', 0, 10),
});
export type IndexArguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the arguments of `npm run index --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readIndexArguments(args: string[]): IndexArguments | null {
  const { values } = parseArgs({
    args,
    options: {
      follow: { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
      drop: { type: 'boolean', default: false },
      shards: { type: 'string', default: '1' },
      replicas: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if ([values.follow, values.rebuild, values.drop].filter(Boolean).length > 1)
    throw new Error('choose one of --follow, --rebuild and --drop');
  return argumentsSchema.parse(values);
}
