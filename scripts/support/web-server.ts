import { spawn } from 'node:child_process';
import { NEXT } from './build-pages';
import { waitForEnd } from './child-process';
import { announcePortal } from './portals';

/**
 * 10,000 characters of a search are 90 KB in an address; Node alone refuses more than 16 KB with an
 * empty page.
 */
const LONG_ADDRESSES = '--max-http-header-size=131072';
const READY_WITHIN_MILLISECONDS = 60_000;

export interface WebServer {
  /** `http://localhost:3000` */
  address: string;
  /** Settles when the server has ended, with its exit code: after `signal` aborts, or by itself. */
  ended: Promise<number | null>;
}

/**
 * Serves the pages built into `folder` on `port` until `signal` aborts.
 * The portal reads the database that DATABASE_URL names, in `environment` or else in this process.
 * @returns the server, once it answers
 * @throws when the server ends, or is silent for a minute
 */
export async function startWebServer(
  folder: string,
  port: number,
  signal: AbortSignal,
  environment: Partial<NodeJS.ProcessEnv> = {},
): Promise<WebServer> {
  signal.throwIfAborted();
  const env = {
    ...process.env,
    ...environment,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: folder,
    NEXT_TELEMETRY_DISABLED: '1',
  } as const;
  const server = spawn(process.execPath, [LONG_ADDRESSES, NEXT, 'start', '--port', String(port)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = `http://localhost:${port}`;
  // Until it answers it prints only its banner.
  server.stdout.resume();
  const withdraw = announcePortal({ processId: server.pid ?? 0, port, pages: folder });
  const ended = waitForEnd(server, signal).finally(withdraw);
  const outcome = await Promise.race([ended.then(() => 'ended' as const), untilAnswer(address)]);
  if (outcome === 'ended') signal.throwIfAborted();
  if (outcome === 'ended') throw new Error(`The server on port ${port} ended at once: see above.`);
  if (outcome === 'silent') {
    server.kill('SIGKILL');
    throw new Error(`The server on port ${port} did not answer within a minute.`);
  }
  server.stdout.pipe(process.stdout, { end: false });
  return { address, ended };
}

async function untilAnswer(address: string): Promise<'answers' | 'silent'> {
  const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
  while (Date.now() < deadline) {
    try {
      // A file, not a page: an answer needs no database.
      await fetch(`${address}/favicon.ico`, { redirect: 'manual', signal: AbortSignal.timeout(2_000) });
      return 'answers';
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return 'silent';
}
