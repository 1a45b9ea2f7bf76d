import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { chooseServerUser, giveTo } from '../embedded-postgres/server-user';
import { findFreePort } from '../support/ports';

const PROGRAMS = ['initdb', 'pg_ctl', 'pg_basebackup', 'pg_dump', 'pg_restore'];

/** Finds the folder of the system's own PostgreSQL; null where it is not installed whole. */
export function findSystemPostgres(): string | null {
  const versions = '/usr/lib/postgresql';
  const ofDebian = existsSync(versions)
    ? readdirSync(versions).map((version) => path.join(versions, version, 'bin'))
    : [];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...ofDebian];
  return folders.find((folder) => PROGRAMS.every((program) => existsSync(path.join(folder, program)))) ?? null;
}

/** A PostgreSQL server in a folder of its own. */
export interface OwnServer {
  /** Connection string of a role that is no superuser and owns the database. */
  url: string;
  /** Runs statements as superuser, each by itself. */
  administer: (...statements: string[]) => Promise<void>;
  /** Runs a program of PostgreSQL, with host, port and superuser given; returns what it prints. */
  run: (program: string, ...args: string[]) => string;
  /** Where programs may write. */
  folder: string;
  promote: () => void;
}

/**
 * Starts a primary and a hot standby of it while `use` works with them.
 * @param bin folder of PostgreSQL's programs
 */
export async function withStandby(
  bin: string,
  use: (primary: OwnServer, standby: OwnServer) => Promise<void>,
): Promise<void> {
  const user = chooseServerUser();
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-standby-'));
  giveTo(user, folder);
  const started: string[] = [];
  const run = (program: string, ...args: string[]): string => {
    const { status, stdout, stderr, error } = spawnSync(path.join(bin, program), args, {
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', NODE_ENV: 'test' },
      encoding: 'utf8',
      // What a server left behind prints goes to its log.
      stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', program === 'pg_ctl' ? 'ignore' : 'pipe'],
      ...user.ids,
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error ? error.message : stderr}`);
    return stdout;
  };
  const start = async (name: string, settings: string[]): Promise<OwnServer> => {
    const port = await findFreePort();
    const data = path.join(folder, name);
    const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', ...settings];
    const options = all.map((setting) => `-c ${setting}`).join(' ');
    run('pg_ctl', 'start', '--wait', '--pgdata', data, '--log', `${data}.log`, '--options', options);
    started.push(data);
    const superuser = `postgresql://postgres@127.0.0.1:${port}`;
    return {
      url: `postgresql://gongbao@127.0.0.1:${port}/gongbao`,
      administer: (...statements) => execute(`${superuser}/gongbao`, statements),
      run: (program, ...args) => run(program, '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', ...args),
      folder,
      promote: () => void run('pg_ctl', 'promote', '--wait', '--pgdata', data),
    };
  };
  try {
    const template = ['--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'];
    run('initdb', '--pgdata', path.join(folder, 'primary'), '--no-sync', ...template);
    const primary = await start('primary', []);
    const maintenance = primary.url.replace('gongbao@', 'postgres@').replace(/gongbao$/, 'postgres');
    await execute(maintenance, ['CREATE ROLE gongbao LOGIN CREATEDB', 'CREATE DATABASE gongbao OWNER gongbao']);
    primary.run(
      'pg_basebackup',
      '--pgdata',
      path.join(folder, 'standby'),
      '--write-recovery-conf',
      '--checkpoint',
      'fast',
    );
    // A statement that stands in the way of what the primary sends is cancelled at once.
    await use(primary, await start('standby', ['max_standby_streaming_delay=0', 'hot_standby_feedback=off']));
  } finally {
    for (const data of started.reverse()) run('pg_ctl', 'stop', '--wait', '--mode', 'immediate', '--pgdata', data);
    rmSync(folder, { recursive: true });
  }
}

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
