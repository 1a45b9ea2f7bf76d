import { connect, createServer } from 'node:net';

/** Says whether a program can start to listen on `port`, and none answers there already. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await findPortProblem(port)) === null;
}

/**
 * Says why a program cannot listen on a port: a code such as EADDRINUSE, EACCES, EADDRNOTAVAIL.
 * @param host one address of this machine; all where it is left out
 * @returns null where it can, and none answers there already
 */
export async function findPortProblem(port: number, host?: string): Promise<string | null> {
  // Some systems let two programs listen, one on every address and one on one only; so ask both
  // ways.
  const { problem } = await tryToListen(port, host);
  return problem ?? ((await answers(port, host)) ? 'EADDRINUSE' : null);
}

/** Gives a port that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const { port } = await tryToListen(0);
  if (port === null) throw new Error('This machine has no free port left.');
  return port;
}

function tryToListen(port: number, host?: string): Promise<{ port: number | null; problem: string | null }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ port: null, problem: error.code ?? error.message }),
    );
    server.listen({ port, host }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : null;
      server.close(() => resolve({ port: found, problem: null }));
    });
  });
}

function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  // What listens on all addresses answers on this machine's own.
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return new Promise((resolve) => {
    const socket = connect({ port, host: address, timeout: 1_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
