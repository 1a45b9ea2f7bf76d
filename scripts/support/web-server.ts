import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { pause } from './backoff';
import { BUILD_MARKER, NEXT } from './build-pages';
import { spawnNode } from './child-process';
import { formerFilesOf } from './former-builds';
import { announcePortal } from './portals';
import { findFreePort } from './ports';
import { supervise } from './supervise';

/** Node alone refuses addresses and headers of more than 16 KB (lib/gateway/server.ts). */
const LONG_ADDRESSES = '--max-http-header-size=131072';
const READY_WITHIN_MILLISECONDS = 60_000;

export interface WebServer {
  /** `http://localhost:3000` */
  address: string;
  /** Settles when `signal` has ended the server. */
  ended: Promise<void>;
}

/**
 * Serves the pages built into `folder` on `port` until `signal` aborts: renderers on ports of the
 * loopback interface, and the gateway before them.
 * A process that ends by itself is started again. The portal reads the database that DATABASE_URL
 * names, in `environment` or else in this process.
 * @returns the server, once it answers
 * @throws when a first process ends at once, or is silent for a minute
 */
export async function startWebServer(
  folder: string,
  port: number,
  signal: AbortSignal,
  environment: Partial<NodeJS.ProcessEnv> = {},
): Promise<WebServer> {
  const given = { ...process.env, ...environment, PORT: String(port) };
  const { siteUrl, renderers, rendererMegabytes } = readEnvironment(given);
  // Renderers have ports of their own, and must not print them.
  const env = { ...given, SITE_URL: siteUrl, NODE_ENV: 'production', NEXT_DIST_DIR: folder } as const;
  const ports: number[] = [];
  for (let count = 0; count < renderers; count++) ports.push(await findFreePort());
  const memory = `--max-old-space-size=${rendererMegabytes}`;
  const started = await Promise.all(
    ports.map((own) =>
      supervise({
        name: `The renderer on port ${own}`,
        start: () => announced(spawnRenderer(own, memory, env), own, folder),
        ready: (_renderer, gone) => untilAnswer(`http://localhost:${own}/favicon.ico`, gone),
        signal,
      }),
    ),
  );
  const origins = ports.map((own) => `http://localhost:${own}`);
  const gateway = await supervise({
    name: `The portal on port ${port}`,
    start: () => announced(spawnGateway(folder, origins, env), port, folder),
    ready: untilReady,
    signal,
  });
  const ended = Promise.all([gateway, ...started].map((one) => one.ended));
  return { address: `http://localhost:${port}`, ended: ended.then(() => undefined) };
}

type Settings = NodeJS.ProcessEnv;

function spawnRenderer(port: number, memory: string, env: Settings): ChildProcess {
  const args = [LONG_ADDRESSES, memory, NEXT, 'start', '--hostname', 'localhost', '--port', String(port)];
  // It prints only its banner.
  return spawnNode(args, { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }, ['ignore', 'inherit']);
}

const spawnGateway = (folder: string, renderers: readonly string[], env: Settings): ChildProcess =>
  spawnNode(
    [path.join('scripts', 'run.mjs'), 'gateway'],
    {
      ...env,
      GONGBAO_BUILD: readFileSync(path.join(folder, BUILD_MARKER), 'utf8'),
      GONGBAO_RENDERERS: renderers.join(' '),
      GONGBAO_FORMER_FILES: path.resolve(formerFilesOf(folder)),
    },
    ['pipe', 'inherit'],
  );

/** Makes a process known to the other commands of this clone while it runs. */
function announced(child: ChildProcess, port: number, pages: string): ChildProcess {
  if (child.pid !== undefined) child.once('exit', announcePortal({ processId: child.pid, port, pages }));
  return child;
}

/** Waits until a server answers at an address, a minute at most. */
export async function untilAnswer(address: string, gone: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
  while (!gone.aborted) {
    if (Date.now() > deadline) throw new Error(`${address} did not answer within a minute.`);
    try {
      // A file, not a page: an answer needs no database.
      const signal = AbortSignal.any([gone, AbortSignal.timeout(2_000)]);
      await fetch(address, { redirect: 'manual', signal });
      return;
    } catch {
      await pause(50, gone);
    }
  }
}

/** Waits until the gateway prints `ready`. */
function untilReady(gateway: ChildProcess, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The portal was not ready within a minute.')),
      READY_WITHIN_MILLISECONDS,
    );
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    gone.addEventListener('abort', settle, { once: true });
    gateway.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready')) settle();
    });
  });
}
