import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pause } from '../support/backoff';
import { spawnNode } from '../support/child-process';
import { findFreePort } from '../support/ports';
import { findProgram, installWithApt } from './install-with-apt';

/** A running nginx: deploy/nginx.conf before a portal, and beside it files of its own. */
export interface OwnNginx {
  /** `http://localhost:40123`: the portal behind it. */
  address: string;
  /** `http://localhost:40124`: the files that it serves from its disk. */
  files: string;
  /** Gives it a file to serve, beside its compressed form. */
  addFile: (name: string, content: Buffer) => void;
  /** Where its logs and kept pages are. */
  folder: string;
  /** Has it ask other portals from now on, as after `nginx -s reload`. */
  turnTo: (portals: readonly number[]) => void;
  /** Gives what it has written into its log of errors. */
  errors: () => string;
  /** Gives what the project's own file has it write into its logs. */
  logged: () => { requests: string; errors: string };
  stop: () => Promise<void>;
}

// As Debian's own /etc/nginx/nginx.conf has it: who copies the file gets these settings around it.
const around = (folder: string, filesPort: number): string => `
worker_processes auto;
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
    access_log off;
    gzip on;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    include ${folder}/gongbao.conf;
    server {
        listen ${filesPort};
        root ${folder}/files;
        gzip_static on;
    }
}
`;

/** Finds nginx, or installs it where the system can; null where it cannot. */
export function provideNginx(): string | null {
  const found = findProgram('nginx');
  if (found !== null || !installWithApt(['nginx'])) return found;
  // The package starts a server of the system, for which nobody has asked.
  spawnSync('systemctl', ['disable', '--now', 'nginx']);
  return findProgram('nginx');
}

/**
 * Starts nginx with the project's own file. Only its lines marked "here" are adapted.
 * @param portals the ports of one portal, or of two
 */
export async function startNginx(nginx: string, portals: readonly number[]): Promise<OwnNginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-nginx-'));
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'files'));
  const [port, filesPort] = [await findFreePort(), await findFreePort()];
  writeFileSync(path.join(folder, 'gongbao.conf'), adapted(folder, port, portals));
  const main = path.join(folder, 'nginx.conf');
  writeFileSync(main, around(folder, filesPort));
  const check = spawnSync(nginx, ['-t', '-c', main, '-p', folder], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx -t: ${check.stderr}`);
  // It ends with this process, however that ends.
  const program = `
    const { spawn } = require('node:child_process');
    const nginx = spawn(process.argv[1], process.argv.slice(2), { stdio: 'inherit' });
    process.on('SIGTERM', () => nginx.kill('SIGTERM'));
    nginx.on('exit', (code) => process.exit(code ?? 1));`;
  const child = spawnNode(['-e', program, nginx, '-c', main, '-p', folder], process.env, ['inherit', 'inherit']);
  const ended = once(child, 'exit');
  const address = `http://localhost:${port}`;
  for (let tries = 0; !(await answers(`${address}/healthz`)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error('nginx did not start.');
    await pause(50);
  }
  return {
    address,
    files: `http://localhost:${filesPort}`,
    addFile: (name, content) => {
      const file = path.join(folder, 'files', name);
      writeFileSync(file, content);
      writeFileSync(`${file}.gz`, gzipSync(content));
    },
    folder,
    logged: () => ({
      requests: readFileSync(path.join(folder, 'access.log'), 'utf8'),
      errors: readFileSync(path.join(folder, 'gongbao-error.log'), 'utf8'),
    }),
    turnTo: (others) => {
      writeFileSync(path.join(folder, 'gongbao.conf'), adapted(folder, port, others));
      process.kill(Number(readFileSync(path.join(folder, 'nginx.pid'), 'utf8')), 'SIGHUP');
    },
    errors: () => readFileSync(path.join(folder, 'error.log'), 'utf8'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

/** Gives deploy/nginx.conf with other values in the lines that it marks "here". */
function adapted(folder: string, port: number, [portal, other]: readonly number[]): string {
  const values: [line: RegExp, value: string][] = [
    [/server 127\.0\.0\.1:3000/, `server 127.0.0.1:${portal!}`],
    ...(other === undefined ? [] : [[/# server 192\.0\.2\.12:3000/, `server 127.0.0.1:${other}`] as [RegExp, string]]),
    [/proxy_cache_path \S+/, `proxy_cache_path ${folder}/cache`],
    [/access_log \S+/, `access_log ${folder}/access.log`],
    // Beside it the log of the drills, which has more.
    [/error_log \S+ alert;/, `error_log ${folder}/gongbao-error.log alert; error_log ${folder}/error.log info;`],
    [/listen 80;/, `listen ${port};`],
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
  if (missing.length > 0) throw new Error(`deploy/nginx.conf marks no line like ${missing.map(String).join(' ')}.`);
  return changed.join('\n');
}
