import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnNode } from '@/scripts/support/child-process';
import { findFreePort } from '@/scripts/support/ports';
import { installWithApt } from '@/scripts/testing/install-with-apt';
import { until } from './until';

/** Finds nginx, or installs it where the system can; null where it cannot. */
export function provideNginx(): string | null {
  return findNginx() ?? (installWithApt(['nginx-light']) ? findNginx() : null);
}

function findNginx(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/sbin', '/usr/local/sbin');
  return folders.map((folder) => path.join(folder, 'nginx')).find((file) => existsSync(file)) ?? null;
}

/** A running nginx with deploy/nginx.conf. */
export interface DrillFront {
  /** `http://localhost:40123` */
  address: string;
  /** What it has written into its log of errors. */
  errors: () => string;
  stop: () => Promise<void>;
}

// As Debian's own /etc/nginx/nginx.conf has it: who copies the file gets these settings around it.
const AROUND = (folder: string) => `
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log info;
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 768; }
http {
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    default_type application/octet-stream;
    types { text/html html; text/css css; application/javascript js; }
    access_log ${folder}/access.log;
    gzip on;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    include ${folder}/gongbao.conf;
}
`;

/**
 * Starts nginx with the project's own file; only its lines marked "here" are adapted.
 * @param portals the ports of one portal, or of two
 */
export async function startFront(nginx: string, portals: readonly number[]): Promise<DrillFront> {
  const folder = path.join(process.env.DRILL_FOLDER!, 'nginx');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await findFreePort();
  writeFileSync(path.join(folder, 'gongbao.conf'), adapted(folder, port, portals));
  const main = path.join(folder, 'nginx.conf');
  writeFileSync(main, AROUND(folder));
  const check = spawnSync(nginx, ['-t', '-c', main, '-p', folder], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx -t: ${check.stderr}`);
  // It ends with the tests, however they end.
  const program = `
    const { spawn } = require('node:child_process');
    const nginx = spawn(process.argv[1], process.argv.slice(2), { stdio: 'inherit' });
    process.on('SIGTERM', () => nginx.kill('SIGTERM'));
    nginx.on('exit', (code) => process.exit(code ?? 1));`;
  const child = spawnNode(['-e', program, nginx, '-c', main, '-p', folder], process.env, ['inherit', 'inherit']);
  await until('nginx listens', 10_000, async () => {
    if (child.exitCode !== null) throw new Error('nginx has ended.');
    return fetch(`http://localhost:${port}/healthz`).then(
      () => true,
      () => false,
    );
  });
  return {
    address: `http://localhost:${port}`,
    errors: () => readFileSync(path.join(folder, 'error.log'), 'utf8'),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Gives deploy/nginx.conf with other values in the lines that it marks "here". */
function adapted(folder: string, port: number, [portal, other]: readonly number[]): string {
  const values: [line: RegExp, value: string][] = [
    [/server 127\.0\.0\.1:3000/, `server 127.0.0.1:${portal!}`],
    ...(other === undefined ? [] : [[/# server 192\.0\.2\.12:3000/, `server 127.0.0.1:${other}`] as [RegExp, string]]),
    [/proxy_cache_path \S+/, `proxy_cache_path ${folder}/cache`],
    [/listen 80;/, `listen ${port};`],
    [/server_name _;/, 'server_name _;'],
    [/root \/srv\/gongbao\/deploy;/, `root ${path.resolve('deploy')};`],
    [/root \/srv\/gongbao\/\.data\/static;/, `root ${folder}/static;`],
  ];
  const lines = readFileSync(path.join('deploy', 'nginx.conf'), 'utf8').split('\n');
  const found = new Set<RegExp>();
  const changed = lines.map((line) => {
    const value = values.find(([pattern]) => pattern.test(line) && /#\s*here/.test(line));
    if (!value) return line;
    found.add(value[0]);
    return line.replace(...value);
  });
  const missing = values.filter(([pattern]) => !found.has(pattern));
  if (missing.length > 0) throw new Error(`deploy/nginx.conf marks no line like ${missing.join(' ')}.`);
  return changed.join('\n');
}
