import { migrate } from '@/lib/db/migrate';
import { useSharedServer } from '../embedded-postgres/shared-server';
import { dataFolder } from './data-folder';
import { loadEnvironment } from './load-settings';

export interface Database {
  /**
   * Connection string of a migrated database. Also in process.env.DATABASE_URL, where getClient()
   * of lib/db/client finds it.
   */
  url: string;
  /** True when it is the project's own embedded server, false when DATABASE_URL was given. */
  embedded: boolean;
  /**
   * Prints a line of progress to standard error, so that standard output stays free for results.
   */
  log: (line: string) => void;
}

export interface OpenDatabase extends Database {
  /**
   * Gives the database back: the embedded server stops unless someone else still uses it. Call it
   * once.
   */
  close: () => Promise<void>;
}

/**
 * Runs `work` with a migrated database and gives what `work` gives:
 *
 *     await withDatabase(async ({ url, log }) => {
 *       const client = createClient(url)
 *       …
 *       await client.$disconnect()
 *     })
 *
 * The database is DATABASE_URL's where that is set (in the environment or in .env), else the
 * project's embedded PostgreSQL: the running one when `npm start` or `npm run dev` has it open in
 * another terminal, else one started for the time of `work`. It is given back when `work` ends,
 * fails or is interrupted (Ctrl-C, SIGTERM).
 */
export async function withDatabase<Result>(
  work: (database: Database) => Result | Promise<Result>,
  options: Pick<OpenOptions, 'asItIs'> = {},
): Promise<Result> {
  const opening = openDatabase(options);
  let interrupted: NodeJS.Signals | null = null as NodeJS.Signals | null;
  const interrupt = (signal: NodeJS.Signals) => {
    // A second signal (npm passes on the terminal's own) must not cut the first one's work short.
    if (interrupted) return;
    interrupted = signal;
    void opening.then((database) => database.close()).finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const database = await opening;
    try {
      return await work(database);
    } finally {
      if (!interrupted) await database.close();
    }
  } finally {
    if (!interrupted) process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

interface OpenOptions {
  log?: (line: string) => void;
  /** True: the embedded server is started again whenever it ends before `close`. */
  keepRunning?: boolean;
  /** True: its migrations are left as they are; it may be empty, or one that is only read. */
  asItIs?: boolean;
  /** Gives up opening it. */
  signal?: AbortSignal;
}

/** Like withDatabase for callers that end by themselves, such as a server: they call `close`. */
export async function openDatabase({
  log = printToStandardError,
  keepRunning = false,
  asItIs = false,
  signal,
}: OpenOptions = {}): Promise<OpenDatabase> {
  loadEnvironment();
  // Empty counts as left out.
  const given = process.env.DATABASE_URL || null;
  const server = given ? null : await useSharedServer(dataFolder(), { signal });
  const url = given ?? server?.url ?? '';
  try {
    if (!asItIs) for (const name of await migrate(url)) log(`migrated: ${name}`);
  } catch (error) {
    await server?.release();
    throw error;
  }
  process.env.DATABASE_URL = url;
  if (keepRunning) server?.keepRunning(log);
  return { url, embedded: !given, log, close: async () => server?.release() };
}

function printToStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
