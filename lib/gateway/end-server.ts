import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks for connections that nobody uses. */
const LOOK_EVERY = 100;
/** Milliseconds for which a connection may bring a request that was sent before the end. */
const LAST_REQUESTS = 250;
/** Milliseconds that open answers get where there is no time. */
const NO_TIME = 500;

/** How long the end of a server may take, in milliseconds. */
export interface EndLimits {
  /** Readers are served as before. */
  draining: number;
  /** Nobody is let in any more; open answers come to their ends. */
  answering: number;
  /** Cuts both short. */
  hurry: AbortSignal;
}

/**
 * Ends a server: it serves on for a while, so that fronts can turn to another one, then lets nobody
 * in and finishes what it has begun. What takes too long is broken off.
 */
export async function endServer(server: Server, { draining, answering, hurry }: EndLimits): Promise<void> {
  const pause = (milliseconds: number, signal?: AbortSignal) =>
    sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
  await pause(draining, hurry);
  // Not the close() of HTTP servers, which also breaks connections that have just been made.
  const closed = new Promise<void>((resolve) => {
    TcpServer.prototype.close.call(server, () => resolve());
  });
  await Promise.race([closed, pause(LAST_REQUESTS, hurry)]);
  server.closeIdleConnections();
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY);
  await Promise.race([closed, pause(answering, hurry)]);
  if (hurry.aborted) await Promise.race([closed, pause(NO_TIME)]);
  clearInterval(looking);
  server.closeAllConnections();
  await closed;
}
