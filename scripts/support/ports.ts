import { connect, createServer } from 'node:net';

/** Says whether a program can start to listen on `port`, and none answers there already. */
export async function isPortFree(port: number): Promise<boolean> {
  // Some systems let two programs listen, one on every address and one on loopback only; so ask
  // both ways.
  return (await listenOn(port)) !== null && !(await answers(port));
}

/** Gives a port that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === null) throw new Error('This machine has no free port left.');
  return port;
}

function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
