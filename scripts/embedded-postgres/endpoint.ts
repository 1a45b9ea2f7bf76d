import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { ClusterState } from './cluster-folder';

/** In the name of the socket: PostgreSQL wants a number there too. Each cluster has its folder. */
const SOCKET_NUMBER = 5432;
/** What the system's address of a socket has room for. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;

/**
 * Chooses where the server of `state` listens, and writes it there.
 * That is a socket in its home, which no other program can take; where the path is too long or the
 * file system has no sockets, the port it had before, or else a free one. Nobody may be using the
 * cluster: who has its address keeps it.
 */
export async function chooseEndpoint(state: ClusterState): Promise<void> {
  state.socket = await canHaveSocket(state.home);
  if (!state.socket) state.port = await choosePort(state.port);
}

/** Says whether the cluster has been given an endpoint already. */
export const hasEndpoint = ({ socket, port }: ClusterState): boolean => socket === true || port !== undefined;

/** Says whether the server can listen at its endpoint, or another program listens there. */
export async function isEndpointFree({ socket, port }: ClusterState): Promise<boolean> {
  return socket === true || (await listenOn({ host: '127.0.0.1', port })) !== null;
}

/** PostgreSQL's options for the endpoint. The server's working folder is `data`, inside `home`. */
export const endpointOptions = ({ socket, port }: ClusterState): string[] =>
  socket
    ? [`-p ${SOCKET_NUMBER}`, '-c listen_addresses=', '-c unix_socket_directories=..']
    : [`-p ${String(port)}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories='];

/**
 * Gives the connection string of a role at the endpoint of its server.
 * A socket's folder stands in the query, so that programs that read addresses can read it.
 */
export function connectionString(state: ClusterState, role: string, password: string, database: string): string {
  const { socket, port, home } = state;
  return socket
    ? `postgresql://${role}:${password}@localhost:${SOCKET_NUMBER}/${database}?host=${encodeURIComponent(home)}`
    : `postgresql://${role}:${password}@127.0.0.1:${String(port)}/${database}`;
}

/** Describes the endpoint in a message. */
export const describeEndpoint = ({ socket, port, home }: ClusterState): string =>
  socket ? `the socket in ${home}` : `port ${String(port)} of 127.0.0.1`;

/** Tries it: some file systems (shared folders of virtual machines) have no sockets. */
async function canHaveSocket(home: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const name = `.s.PGSQL.${SOCKET_NUMBER}`;
  if (Buffer.byteLength(path.join(home, name)) > LONGEST_SOCKET_PATH) return false;
  const attempt = path.join(home, '.s.attempt');
  rmSync(attempt, { force: true });
  return (await listenOn({ path: attempt })) !== null;
}

/** Gives `preferred` when it is free, else any free port. */
async function choosePort(preferred?: number): Promise<number> {
  const host = '127.0.0.1';
  const port = (preferred && (await listenOn({ host, port: preferred }))) || (await listenOn({ host, port: 0 }));
  if (!port) throw new Error('No free port on 127.0.0.1.');
  return port;
}

/** Gives the port that it could listen on, 0 for a path; null when it could not. */
function listenOn(endpoint: { host: string; port?: number | undefined } | { path: string }): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(endpoint, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
