import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '@/lib/settings/env';
import { BUILD_MARKER, NEXT } from './build-pages';
import { waitForEnd } from './child-process';
import { announcePortal } from './portals';
import { findFreePort } from './ports';

/** Node alone refuses addresses and headers of more than 16 KB (lib/gateway/server.ts). */
const LONG_ADDRESSES = '--max-http-header-size=131072';
const READY_WITHIN_MILLISECONDS = 60_000;

export interface WebServer {
  /** `http://localhost:3000` */
  address: string;
  /** Settles when the server has ended, with its exit code: after `signal` aborts, or by itself. */
  ended: Promise<number | null>;
}

/**
 * Serves the pages built into `folder` on `port` until `signal` aborts: renderers on ports of the
 * loopback interface, and the gateway before them.
 * The portal reads the database that DATABASE_URL names, in `environment` or else in this process.
 * @returns the server, once it answers
 * @throws when a process ends, or is silent for a minute
 */
export async function startWebServer(
  folder: string,
  port: number,
  signal: AbortSignal,
  environment: Partial<NodeJS.ProcessEnv> = {},
): Promise<WebServer> {
  signal.throwIfAborted();
  const given = { ...process.env, ...environment, PORT: String(port) };
  const { siteUrl, renderers, rendererMegabytes } = readEnvironment(given);
  const env = {
    ...given,
    // Renderers have ports of their own, and must not print them.
    SITE_URL: siteUrl,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: folder,
    NEXT_TELEMETRY_DISABLED: '1',
  } as const;
  const ports: number[] = [];
  for (let count = 0; count < renderers; count++) ports.push(await findFreePort());
  const children = ports.map((own) =>
    spawn(
      process.execPath,
      [
        ...[LONG_ADDRESSES, `--max-old-space-size=${rendererMegabytes}`, NEXT, 'start'],
        ...['--hostname', 'localhost', '--port', String(own)],
      ],
      { env: { ...env, PORT: String(own) }, stdio: ['ignore', 'ignore', 'inherit'] },
    ),
  );
  const gateway = spawn(process.execPath, [path.join('scripts', 'run.mjs'), 'gateway'], {
    env: {
      ...env,
      GONGBAO_BUILD: readFileSync(path.join(folder, BUILD_MARKER), 'utf8'),
      GONGBAO_RENDERERS: ports.map((own) => `http://localhost:${own}`).join(' '),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = `http://localhost:${port}`;
  const withdraw = announcePortal({ processId: gateway.pid ?? 0, port, pages: folder });
  const all = [gateway, ...children];
  const ended = Promise.all(all.map(async (child) => waitForEnd(child, signal)))
    .then(([code]) => code ?? null)
    .finally(withdraw);
  const outcome = await Promise.race([ended.then(() => 'ended' as const), untilReady(gateway)]);
  if (outcome === 'ended') signal.throwIfAborted();
  if (outcome === 'ended') throw new Error(`The server on port ${port} ended at once: see above.`);
  if (outcome === 'silent') {
    for (const child of all) child.kill('SIGKILL');
    throw new Error(`The server on port ${port} did not answer within a minute.`);
  }
  return { address, ended };
}

/** Waits for the line `ready`. */
function untilReady(gateway: ChildProcess): Promise<'ready' | 'silent'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('silent'), READY_WITHIN_MILLISECONDS);
    gateway.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('ready')) return;
      clearTimeout(timer);
      resolve('ready');
    });
  });
}
