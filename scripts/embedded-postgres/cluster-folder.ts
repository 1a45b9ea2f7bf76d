import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { canReach, giveTo, type ServerUser } from './server-user';

/**
 * What is remembered about a cluster between runs.
 * It is kept in `cluster.json`, which only its owner may read.
 */
export interface ClusterState {
  /** Folder of the server's user: data, log and, where needed, a copy of the programs. */
  home: string;
  /** True: it listens on a socket in `home`; else on a port of 127.0.0.1. See ./endpoint.ts. */
  socket?: boolean;
  /** The port that it had when it last listened on one. */
  port?: number;
  /** Of PostgreSQL's superuser, used only to create the portal's own role and database. */
  superuserPassword: string;
  /** Of the role `gongbao`. */
  password: string;
}

const stateFile = (folder: string) => path.join(folder, 'cluster.json');

/**
 * Reads the remembered state of the cluster kept in `folder`.
 * @returns null when there is none yet
 */
export function readState(folder: string): ClusterState | null {
  try {
    return JSON.parse(readFileSync(stateFile(folder), 'utf8')) as ClusterState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Remembers `state` for the cluster kept in `folder`. */
export function writeState(folder: string, state: ClusterState): void {
  const unfinished = `${stateFile(folder)}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(unfinished, stateFile(folder));
}

/**
 * Opens the cluster kept in `folder`.
 * The first call makes the folder, the server's home and new passwords.
 */
export function openClusterFolder(folder: string, user: ServerUser): ClusterState {
  mkdirSync(folder, { recursive: true });
  const known = readState(folder);
  if (known && existsSync(known.home)) return known;
  // The server's user has to pass through, not to look around.
  if (user.ids) chmodSync(folder, 0o711);
  const secret = () => randomBytes(24).toString('base64url');
  const state = { home: makeHome(folder, user), superuserPassword: secret(), password: secret() };
  writeState(folder, state);
  return state;
}

/**
 * A folder inside `folder`; or, where the clone lies in a place closed to the server's user (such
 * as /root), one that root keeps for it in /var/lib.
 */
function makeHome(folder: string, user: ServerUser): string {
  const inside = path.join(realpathSync(folder), 'postgres');
  if (existsSync(path.join(inside, 'data')))
    throw new Error(
      `${inside} holds a database whose passwords are gone with ${stateFile(folder)}. Put that file back; or move ${inside} away, start again, and restore the last backup (npm run restore -- --replace FILE).`,
    );
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  giveTo(user, inside);
  if (canReach(user, inside)) return inside;
  rmSync(inside, { recursive: true });
  const outside = path.join('/var/lib/gongbao-clones', createHash('sha256').update(inside).digest('hex').slice(0, 16));
  mkdirSync(path.dirname(outside), { recursive: true, mode: 0o755 });
  // The name belongs to this clone alone; what lies there without a state that knows its passwords
  // cannot be opened any more.
  rmSync(outside, { recursive: true, force: true });
  mkdirSync(outside, { mode: 0o700 });
  giveTo(user, outside);
  return outside;
}
