import type { ChildProcess } from 'node:child_process';
import { readEnvironment } from '@/lib/settings/env';
import { NEXT, programFile, readBuildName } from './build-marker';
import { spawnNode } from './child-process';
import { formerFilesOf } from './former-builds';
import { announcePortal } from './portals';
import { findFreePort, isPortFree } from './ports';
import { logLines } from './process-lines';
import { supervise } from './supervise';
import { READY_WITHIN, untilAnswer } from './until-answer';

/** Node alone refuses addresses and headers of more than 16 KB (lib/gateway/server.ts). */
const LONG_ADDRESSES = '--max-http-header-size=131072';
/** Milliseconds that the gateway gets beside the draining before it is ended by force. */
const GATEWAY_GRACE = 9_000;
/** The same for renderers, which nobody asks any more. */
const RENDERER_GRACE = 1_500;

export interface WebServer {
  /** `http://localhost:3000` */
  address: string;
  /** Settles when `signal` has ended the server. */
  ended: Promise<void>;
}

/** How a web server ends. */
export interface Ending {
  /** Seconds for which readers are still served once the end was asked for; /readyz says no. */
  drainSeconds?: number;
  /** Cuts that short. */
  hurry?: AbortSignal;
}

/**
 * Serves the pages built into `folder` on `port` until `signal` aborts: renderers on ports of the
 * loopback interface, and the gateway before them.
 * A process that ends by itself is started again. The portal reads the database that DATABASE_URL
 * names, in `environment` or else in this process.
 * @returns the server, once it answers fast
 * @throws when a first process ends at once, or is silent for a minute
 */
export async function startWebServer(
  folder: string,
  port: number,
  signal: AbortSignal,
  environment: Partial<NodeJS.ProcessEnv> = {},
  { drainSeconds = 0, hurry }: Ending = {},
): Promise<WebServer> {
  const given = { ...process.env, ...environment, PORT: String(port) };
  const { siteUrl, renderers, rendererMegabytes, metricsPort } = readEnvironment(given);
  if (metricsPort !== undefined && !(await isPortFree(metricsPort)))
    throw new Error(`METRICS_PORT ${metricsPort} is taken. End the program that uses it, or choose another port.`);
  // Renderers have ports of their own, and must not print them.
  const env = {
    ...given,
    SITE_URL: siteUrl,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: folder,
    GONGBAO_BUILD: readBuildName(folder),
  } as const;
  const served: Renderer[] = [];
  for (let count = 1; count <= renderers; count++)
    served.push({
      name: `renderer${count}`,
      port: await findFreePort(),
      metrics: metricsPort === undefined ? null : await findFreePort(),
    });
  const memory = `--max-old-space-size=${rendererMegabytes}`;
  const failed = new AbortController();
  const gatewayGone = new AbortController();
  const startRenderer = (own: Renderer) =>
    supervise({
      name: `The renderer on port ${own.port}`,
      start: () => announced(spawnRenderer(own, memory, env), own.port, folder),
      ready: (_renderer, gone) => untilAnswer(`http://localhost:${own.port}/favicon.ico`, gone),
      // Until the gateway has ended it may need them.
      signal: gatewayGone.signal,
      grace: RENDERER_GRACE,
    });
  // The first one alone makes the home page: others would only take processors from it.
  const first = startRenderer(served[0]!);
  const all = [first, ...served.slice(1).map((own) => first.then(() => startRenderer(own)))];
  // Beside them, not after them: it waits itself until they answer.
  const gateway = supervise({
    name: `The portal on port ${port}`,
    start: () => announced(hurried(spawnGateway(folder, served, drainSeconds, env), hurry), port, folder),
    ready: untilReady,
    signal: AbortSignal.any([signal, failed.signal]),
    grace: drainSeconds * 1000 + GATEWAY_GRACE,
  });
  all.push(gateway);
  void gateway
    .then(({ ended }) => ended)
    .catch(() => undefined)
    .finally(() => gatewayGone.abort(signal.reason));
  try {
    const started = await Promise.all(all);
    const ended = Promise.all(started.map((one) => one.ended)).then(() => undefined);
    return { address: `http://localhost:${port}`, ended };
  } catch (error) {
    failed.abort(error);
    for (const one of await Promise.allSettled(all)) if (one.status === 'fulfilled') await one.value.ended;
    throw error;
  }
}

type Settings = NodeJS.ProcessEnv;

/** A renderer, and the port where it gives its figures to the gateway. */
interface Renderer {
  name: string;
  port: number;
  metrics: number | null;
}

/** What a web process logs goes to our standard output, as its file 3. */
const LOG_TO = { GONGBAO_LOG: '3' } as const;
const OUR_OUTPUT = 1;

function spawnRenderer({ name, port, metrics }: Renderer, memory: string, env: Settings): ChildProcess {
  const args = [LONG_ADDRESSES, memory, NEXT, 'start', '--hostname', 'localhost', '--port', String(port)];
  const own = { PORT: String(port), GONGBAO_PROCESS: name, GONGBAO_METRICS: String(metrics ?? ''), ...LOG_TO };
  // It prints only its banner.
  const child = spawnNode(args, { ...env, ...own, NEXT_TELEMETRY_DISABLED: '1' }, ['ignore', 'pipe', OUR_OUTPUT]);
  return logLines(child, name);
}

function spawnGateway(
  folder: string,
  renderers: readonly Renderer[],
  drainSeconds: number,
  env: Settings,
): ChildProcess {
  const own = {
    GONGBAO_RENDERERS: JSON.stringify(renderers),
    GONGBAO_FORMER_FILES: formerFilesOf(folder),
    GONGBAO_DRAIN: String(drainSeconds),
    // Large answers come and go: what they took is given back to the system (glibc).
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    ...LOG_TO,
  };
  // What comes and goes lives in buffers: a small space for young objects, and lib/gateway asks for
  // a collection when answers have left.
  const args = ['--enable-source-maps', '--max-semi-space-size=4', '--expose-gc', programFile(folder, 'gateway')];
  return logLines(spawnNode(args, { ...env, ...own }, ['pipe', 'pipe', OUR_OUTPUT]), 'gateway');
}

/** Passes on that there is no time: a second signal of the same name might be lost. */
function hurried(gateway: ChildProcess, hurry: AbortSignal | undefined): ChildProcess {
  const cutShort = () => gateway.kill('SIGINT');
  hurry?.addEventListener('abort', cutShort);
  gateway.once('exit', () => hurry?.removeEventListener('abort', cutShort));
  return gateway;
}

/** Makes a process known to the other commands of this clone while it runs. */
function announced(child: ChildProcess, port: number, pages: string): ChildProcess {
  if (child.pid !== undefined) child.once('exit', announcePortal({ processId: child.pid, port, pages }));
  return child;
}

/** Waits until the gateway prints `ready`. */
function untilReady(gateway: ChildProcess, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The portal was not ready within a minute.')), READY_WITHIN);
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
