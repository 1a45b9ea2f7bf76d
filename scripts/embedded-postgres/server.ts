import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { pause } from '../support/backoff';
import { prepareBinaries, type Binaries } from './binaries';
import { openClusterFolder, readState, writeState, type ClusterState } from './cluster-folder';
import {
  chooseEndpoint,
  connectionString,
  describeEndpoint,
  hasEndpoint,
  isEndpointFree,
  endpointOptions,
} from './endpoint';
import { runProgram } from './run-program';
import { endOrphans, findServerProcess, removeForeignLocks, resume } from './server-process';
import { chooseServerUser, giveTo, type ServerUser } from './server-user';

const ROLE = 'gongbao';
const DATABASE = 'gongbao';
const PATIENCE = 10_000;
const RECOVERY = 5 * 60_000;
const RETRY_AFTER = 500;
/** SQLSTATE: starting up, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03';

export interface ServerOptions {
  /** False for tests: nothing is forced to disk, a crash of the machine may lose the data. */
  durable?: boolean;
  /** Settings of PostgreSQL for as long as it runs: `shared_buffers`: `1GB`. */
  settings?: Record<string, string>;
  /** Milliseconds after which a server that does not start is given up, 10,000. */
  patience?: number;
  /** Gives up starting it; one that is starting goes on. */
  signal?: AbortSignal | undefined;
}

interface StartOptions extends ServerOptions {
  /** True: somebody has the server's address; it may not be moved. */
  keepEndpoint?: boolean;
}

/**
 * Finds the running server of the cluster kept in `folder`. Changes nothing.
 * @returns the connection string of the portal's role, or null when no server answers
 */
export async function findRunningServer(folder: string): Promise<string | null> {
  const state = readState(folder);
  return state && (await askServer(state)) === 'ready' ? portalUrl(state) : null;
}

/**
 * Starts the PostgreSQL of the cluster kept in `folder`, which the first call creates.
 * One that runs already, or is starting, is taken over. The caller holds the folder's lock.
 * @returns the connection string of the portal's role, which owns its database and may create
 * others, but is no superuser
 * @throws when it does not start, or does not answer, within ten seconds; five minutes while it
 * recovers from a crash
 */
export async function startServer(folder: string, options: StartOptions = {}): Promise<string> {
  const { durable = true, keepEndpoint = false, patience = PATIENCE, signal } = options;
  const user = chooseServerUser();
  const state = openClusterFolder(folder, user);
  const binaries = prepareBinaries(user, state.home);
  const data = path.join(state.home, 'data');
  if (!existsSync(data)) await createCluster(user, state, binaries, durable);
  removeUnfinished(state.home);
  refuseOtherFormat(data, binaries);

  const began = Date.now();
  let lastBusy = began;
  let problem: string | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await askServer(state);
    if (answer === 'ready') break;
    const busy = answer === 'busy';
    if (busy) lastBusy = Date.now();
    // After kill -9 the old server's children may hold its memory for some seconds.
    if (busy ? lastBusy - began > RECOVERY : Date.now() - lastBusy > patience)
      throw new Error(`PostgreSQL did not start. ${problem ?? 'It is still recovering.'}`);
    if (problem !== null || busy) await pause(RETRY_AFTER, signal);
    if (busy) continue;
    problem = await tryToStart(folder, state, user, binaries, {
      ...options,
      keepEndpoint: keepEndpoint && hasEndpoint(state),
    });
    if (problem !== null) endOrphans(state.home);
  }
  await ensureRoleAndDatabase(state);
  return portalUrl(state);
}

/**
 * Makes one attempt to start the server of `state`.
 * @returns null when it runs, else why not
 */
async function tryToStart(
  folder: string,
  state: ClusterState,
  user: ServerUser,
  binaries: Binaries,
  { settings = {}, keepEndpoint = false, signal }: StartOptions,
): Promise<string | null> {
  const running = findServerProcess(state.home);
  if (running !== null) {
    const processId = String(running.split(' ')[0]);
    return `Its process ${processId} runs and does not answer. If it is paused, let it go on (kill -CONT ${processId}) or end it.`;
  }
  removeForeignLocks(state.home);
  if (!keepEndpoint) {
    await chooseEndpoint(state);
    writeState(folder, state);
  } else if (!(await isEndpointFree(state))) {
    return `Another program has taken ${describeEndpoint(state)}, where programs of this clone expect the database. End that program.`;
  }
  const log = path.join(state.home, 'server.log');
  const given = [...endpointOptions(state), ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)];
  // Relative to its folder: pg_ctl puts them into a command of the shell, which replaces a `$`.
  const where = ['--pgdata', 'data', '--log', 'server.log'];
  const args = ['start', '--wait', '--silent', ...where, '--options', given.join(' ')];
  const { code, output } = await runProgram(user, state.home, binaries.pgCtl, args, signal);
  return code === 0 ? null : `${output}\n${lastLines(log)}\nThe whole log: ${log}`;
}

/**
 * Asks the server of `state` whether it works. Nobody else knows the password, so whoever accepts
 * it is our server.
 * @returns `busy` while it starts, recovers or stops; `absent` also for one that is silent
 */
async function askServer(state: ClusterState): Promise<'ready' | 'busy' | 'absent'> {
  if (!hasEndpoint(state)) return 'absent';
  const client = new Client({ connectionString: superuserUrl(state), connectionTimeoutMillis: 5_000 });
  // A connection may break after it was made.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return (error as { code?: string }).code === CANNOT_CONNECT_NOW ? 'busy' : 'absent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Stops the server of the cluster kept in `folder`; nothing to do when none runs.
 * Its connections are cut off and its data is written.
 */
export async function stopServer(folder: string): Promise<void> {
  const state = readState(folder);
  if (!state) return;
  const user = chooseServerUser();
  const data = path.join(state.home, 'data');
  if (findServerProcess(state.home) === null) return;
  resume(state.home);
  const result = await runProgram(user, state.home, prepareBinaries(user, state.home).pgCtl, [
    'stop',
    '--wait',
    '--silent',
    '--mode',
    'fast',
    '--pgdata',
    data,
  ]);
  if (result.code !== 0 && findServerProcess(state.home) !== null)
    throw new Error(`PostgreSQL did not stop. ${result.output}`);
}

/** Removes the cluster kept in `folder`, whose server has been stopped, and the folder. */
export function removeCluster(folder: string): void {
  const state = readState(folder);
  if (state) rmSync(state.home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function createCluster(
  user: ServerUser,
  state: ClusterState,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  // A name of its own: initdb of a command that was killed may still be writing into its own.
  const unfinished = path.join(state.home, `data.unfinished-${randomUUID()}`);
  const passwordFile = path.join(state.home, 'password');
  writeFileSync(passwordFile, state.superuserPassword, { mode: 0o600 });
  giveTo(user, passwordFile);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'jit=off'];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  // pg_trgm finds nothing in Chinese text unless the C library's character types are UTF-8. Systems
  // without C.UTF-8 (macOS) get the next best.
  let output = '';
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const result = await runProgram(user, state.home, binaries.initdb, [
      ...['--pgdata', unfinished, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile],
      ...['--encoding', 'UTF8', '--locale-provider', 'libc', '--locale', locale],
      ...(durable ? [] : ['--no-sync']),
      ...settings.flatMap((setting) => ['--set', setting]),
    ]);
    if (result.code === 0) {
      rmSync(passwordFile);
      renameSync(unfinished, path.join(state.home, 'data'));
      return;
    }
    output = result.output;
    if (!output.includes('locale')) break;
    rmSync(unfinished, { recursive: true, force: true });
  }
  throw new Error(
    `The database could not be created in ${state.home}. ${output}\nSet DATABASE_URL to use a PostgreSQL server of your own instead.`,
  );
}

/** Removes what commands left that were killed while they created the cluster. */
function removeUnfinished(home: string): void {
  for (const name of readdirSync(home).filter((each) => each.startsWith('data.unfinished'))) {
    try {
      rmSync(path.join(home, name), { recursive: true, force: true });
    } catch {
      // Their initdb is still writing; it fails now, and the next start removes the rest.
    }
  }
}

function refuseOtherFormat(data: string, binaries: Binaries): void {
  const format = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  const major = binaries.version.split('.')[0];
  if (format !== major) {
    throw new Error(
      `${data} was written by PostgreSQL ${format}, and this gongbao brings PostgreSQL ${String(major)}. Make a backup with the gongbao that wrote it (npm run backup -- FILE), move .data away, and restore it here (npm run restore -- FILE). Ingesting again from the files would give some documents other addresses.`,
    );
  }
}

async function ensureRoleAndDatabase(state: ClusterState): Promise<void> {
  const client = new Client({ connectionString: superuserUrl(state) });
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    if (role.rowCount === 0)
      await client.query(
        `CREATE ROLE ${escapeIdentifier(ROLE)} LOGIN CREATEDB PASSWORD ${escapeLiteral(state.password)}`,
      );
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0)
      await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)} OWNER ${escapeIdentifier(ROLE)}`);
  } finally {
    await client.end();
  }
}

const superuserUrl = (state: ClusterState) => connectionString(state, 'postgres', state.superuserPassword, 'postgres');
const portalUrl = (state: ClusterState) => connectionString(state, ROLE, state.password, DATABASE);

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
}
