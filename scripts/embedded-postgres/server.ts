import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { prepareBinaries, type Binaries } from './binaries';
import { openClusterFolder, readState, writeState, type ClusterState } from './cluster-folder';
import { chooseServerUser, giveTo, type ServerUser } from './server-user';

const ROLE = 'gongbao';
const DATABASE = 'gongbao';
const START_ATTEMPTS = 20;

export interface ServerOptions {
  /** False for tests: nothing is forced to disk, a crash of the machine may lose the data. */
  durable?: boolean;
  /** Settings of PostgreSQL for as long as it runs: `shared_buffers`: `1GB`. */
  settings?: Record<string, string>;
}

/**
 * Finds the running server of the cluster kept in `folder`. Changes nothing.
 * @returns the connection string of the portal's role, or null when no server answers
 */
export async function findRunningServer(folder: string): Promise<string | null> {
  const state = readState(folder);
  if (!state?.port) return null;
  // Nobody else knows the password, so whoever accepts it is our server.
  const client = new Client({ connectionString: superuserUrl(state), connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return portalUrl(state);
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the PostgreSQL of the cluster kept in `folder`, which the first call creates.
 * It listens on a free port of the loopback interface. The caller holds the folder's lock.
 * @returns the connection string of the portal's role, which owns its database and may create
 * others, but is no superuser
 */
export async function startServer(
  folder: string,
  { durable = true, settings = {} }: ServerOptions = {},
): Promise<string> {
  const user = chooseServerUser();
  const state = openClusterFolder(folder, user);
  const binaries = prepareBinaries(user, state.home);
  const data = path.join(state.home, 'data');
  if (!existsSync(data)) await createCluster(user, state, binaries, durable);
  refuseOtherFormat(data, binaries);

  for (let attempt = 1; ; attempt++) {
    state.port = await choosePort(state.port);
    writeState(folder, state);
    const log = path.join(state.home, 'server.log');
    const result = await run(user, state.home, binaries.pgCtl, [
      'start',
      '--wait',
      '--silent',
      '--pgdata',
      data,
      '--log',
      log,
      '--options',
      [`-p ${state.port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' '),
    ]);
    if (result.code === 0) break;
    // After kill -9 the old server's children may hold its memory for some seconds, and another
    // program may have taken the port since we looked.
    if (attempt === START_ATTEMPTS)
      throw new Error(`PostgreSQL did not start. ${result.output}\n${lastLines(log)}\nThe whole log: ${log}`);
    removeForeignPidFile(data);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await ensureRoleAndDatabase(state);
  return portalUrl(state);
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
  if (!existsSync(path.join(data, 'postmaster.pid'))) return;
  const result = await run(user, state.home, prepareBinaries(user, state.home).pgCtl, [
    'stop',
    '--wait',
    '--silent',
    '--mode',
    'fast',
    '--pgdata',
    data,
  ]);
  if (result.code !== 0 && existsSync(path.join(data, 'postmaster.pid')))
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
  const unfinished = path.join(state.home, 'data.unfinished');
  const passwordFile = path.join(state.home, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, state.superuserPassword, { mode: 0o600 });
  giveTo(user, passwordFile);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'jit=off'];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  // pg_trgm finds nothing in Chinese text unless the C library's character types are UTF-8. Systems
  // without C.UTF-8 (macOS) get the next best.
  let output = '';
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const result = await run(user, state.home, binaries.initdb, [
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

function refuseOtherFormat(data: string, binaries: Binaries): void {
  const format = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  const major = binaries.version.split('.')[0];
  if (format !== major) {
    throw new Error(
      `${data} was written by PostgreSQL ${format}, and this gongbao brings PostgreSQL ${String(major)}. Remove .data and ingest again; nothing in it is an original.`,
    );
  }
}

/**
 * After a restart of the machine the number in postmaster.pid may belong to any program;
 * PostgreSQL, to be careful, then does not start.
 */
function removeForeignPidFile(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  try {
    const processId = readFileSync(file, 'utf8').split('\n')[0];
    if (!readFileSync(`/proc/${String(processId)}/cmdline`, 'utf8').includes('postgres')) rmSync(file);
  } catch {
    // No such file, no such process, or no /proc: PostgreSQL knows what to do.
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

const superuserUrl = (state: ClusterState) =>
  `postgresql://postgres:${state.superuserPassword}@127.0.0.1:${String(state.port)}/postgres`;
const portalUrl = (state: ClusterState) =>
  `postgresql://${ROLE}:${state.password}@127.0.0.1:${String(state.port)}/${DATABASE}`;

/** Gives `preferred` when it is free, else any free port. */
async function choosePort(preferred?: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(null));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
      });
    });
  const port = (preferred && (await listen(preferred))) || (await listen(0));
  if (!port) throw new Error('No free port on 127.0.0.1.');
  return port;
}

/** Runs one of PostgreSQL's programs as `user` and gives its exit code and what it printed. */
function run(
  user: ServerUser,
  folder: string,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const { PATH, SystemRoot } = process.env;
    const child = spawn(program, args, {
      // A folder that the user may enter, and none of the caller's PGPORT, PGDATA and so on.
      cwd: folder,
      env: { PATH, SystemRoot, LC_ALL: 'C', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A session of its own: the terminal's Ctrl-C is for us, who then stop the server in good
      // order.
      detached: process.platform !== 'win32',
      ...user.ids,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    // 'exit', not 'close': the server that pg_ctl leaves behind inherits the pipes.
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output: output.trim() });
    });
  });
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
}
