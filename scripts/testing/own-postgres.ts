import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { chooseServerUser, giveTo } from '../embedded-postgres/server-user';
import { findFreePort } from '../support/ports';
import { installWithApt } from './install-with-apt';
import { findSystemPostgres } from './standby';

/**
 * Finds the system's own PostgreSQL, or installs it where the system can.
 * @returns the folder of its programs, null where there is none
 */
export function provideSystemPostgres(): string | null {
  const found = findSystemPostgres();
  if (found !== null || !installWithApt(['postgresql-common'])) return found;
  // The package would start a server of the system, for which nobody has asked.
  const settings = '/etc/postgresql-common/createcluster.d';
  mkdirSync(settings, { recursive: true });
  writeFileSync(path.join(settings, 'gongbao-tests.conf'), 'create_main_cluster = false\n');
  return installWithApt(['postgresql']) ? findSystemPostgres() : null;
}

/** A server of the system's PostgreSQL, in a folder of its own. */
export class OwnPostgres {
  /** Where it keeps what it is told to keep: `data`, and what tests add. */
  readonly folder: string;
  readonly port: number;
  /** Connection string of the role that owns the portal's database. */
  readonly url: string;
  private readonly bin: string;
  private readonly user = chooseServerUser();
  private running: string | null = null;

  private constructor(bin: string, folder: string, port: number) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
    this.url = `postgresql://gongbao@127.0.0.1:${port}/gongbao`;
  }

  /**
   * Makes one, with an empty database for the portal, and starts it.
   * @param settings of PostgreSQL; FOLDER in them is the folder
   */
  static async start(bin: string, settings: Record<string, string> = {}): Promise<OwnPostgres> {
    const server = new OwnPostgres(bin, mkdtempSync(path.join(tmpdir(), 'gongbao-own-')), await findFreePort());
    giveTo(server.user, server.folder);
    const template = ['--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'];
    server.run('initdb', '--pgdata', server.at('data'), '--no-sync', ...template);
    server.startOn('data', settings);
    await server.administer('postgres', 'CREATE ROLE gongbao LOGIN CREATEDB', 'CREATE DATABASE gongbao OWNER gongbao');
    return server;
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  /** Starts it on a folder of data, at the port that it always has. */
  startOn(data: string, settings: Record<string, string>): void {
    const all = {
      port: String(this.port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      ...settings,
    };
    const options = Object.entries(all).map(
      ([name, value]) => `-c ${name}='${value.replaceAll('FOLDER', this.folder)}'`,
    );
    const where = ['--pgdata', this.at(data), '--log', this.at(`${data}.log`)];
    try {
      this.run('pg_ctl', 'start', '--wait', ...where, '--options', options.join(' '));
    } catch (error) {
      const log = readFileSync(this.at(`${data}.log`), 'utf8')
        .trim()
        .split('\n')
        .slice(-5)
        .join('\n');
      throw new Error(`PostgreSQL did not start: ${log}`, { cause: error });
    }
    this.running = data;
  }

  /** Stops it, as at the end of a day, or as when its machine is lost. */
  stop(mode: 'fast' | 'immediate' = 'fast'): void {
    if (this.running !== null) this.run('pg_ctl', 'stop', '--wait', '--mode', mode, '--pgdata', this.at(this.running));
    this.running = null;
  }

  /** Runs a program of PostgreSQL; gives what it prints. */
  run(program: string, ...args: string[]): string {
    const isServer = program === 'pg_ctl';
    const { status, stdout, stderr, error } = spawnSync(path.join(this.bin, program), args, {
      cwd: this.folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', NODE_ENV: 'test' },
      encoding: 'utf8',
      // What a server left behind prints goes to its log.
      stdio: ['ignore', isServer ? 'ignore' : 'pipe', isServer ? 'ignore' : 'pipe'],
      ...this.user.ids,
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error ? error.message : stderr}`);
    return stdout;
  }

  /** Runs a program with the server and the superuser named. */
  ask(program: string, ...args: string[]): string {
    return this.run(program, '-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres', ...args);
  }

  /** Runs statements as superuser, each by itself; gives the first value of the last one. */
  async administer(database: string, ...statements: string[]): Promise<unknown> {
    const client = new Client({ connectionString: `postgresql://postgres@127.0.0.1:${this.port}/${database}` });
    await client.connect();
    try {
      let value: unknown;
      for (const statement of statements) {
        const { rows } = await client.query<Record<string, unknown>>(statement);
        value = Object.values(rows[0] ?? {})[0];
      }
      return value;
    } finally {
      await client.end();
    }
  }

  /** Stops it and removes everything. */
  remove(): void {
    this.stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
