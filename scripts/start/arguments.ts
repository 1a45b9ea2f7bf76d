import { parseArgs } from 'node:util';

/** What `npm start -- --help` prints. */
export const START_HELP = `Usage: npm start [-- OPTIONS] [PATH…]

Starts the portal with everything that it needs: database, pages, web server. PATHs are ingested before it serves.
A portal that holds nothing gets the sample corpus, an invented 示例市.

  --sample      ingest the sample corpus, also beside other texts
  --no-sample   take the sample corpus out; it does not come back by itself
  --help        print this`;

/** What `npm start` was asked to do. */
export interface StartArguments {
  paths: string[];
  /** Null where nobody says: a portal that holds nothing gets it. */
  sample: boolean | null;
}

/**
 * Reads the arguments of `npm start --`.
 * @returns null when help was asked for
 * @throws Error that says what is wrong
 */
export function readStartArguments(args: string[]): StartArguments | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: { sample: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return values.help ? null : { paths: positionals, sample: values.sample ?? null };
}
