import { connect } from 'node:net';
import { pause } from './backoff';

/** Milliseconds after which a web process is given up that has not begun to answer. */
export const READY_WITHIN = 60_000;

/** Waits until a server answers at an address, a minute at most. */
export async function untilAnswer(address: string, gone: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  const { hostname, port } = new URL(address);
  while (!gone.aborted) {
    if (Date.now() > deadline) throw new Error(`${address} did not answer within a minute.`);
    // A request that fails costs a hundred times as much as a connection that is refused.
    if (await isOpen(hostname, Number(port))) {
      try {
        // A file, not a page: an answer needs no database.
        const signal = AbortSignal.any([gone, AbortSignal.timeout(2_000)]);
        await fetch(address, { redirect: 'manual', signal });
        return;
      } catch {
        // It has just been opened.
      }
    }
    await pause(40, gone);
  }
}

const isOpen = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const settle = (isConnected: boolean) => {
      socket.destroy();
      resolve(isConnected);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
