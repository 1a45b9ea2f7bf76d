import { chownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The operating system's user that runs the server. `ids` is missing when it is the current user.
 */
export interface ServerUser {
  name: string;
  ids?: { uid: number; gid: number };
}

/**
 * Chooses who runs PostgreSQL, which refuses to run as root: the current user, or, for root,
 * `nobody`. (Not `postgres`: where the system has a PostgreSQL of its own, that user may read and
 * write its data.) Throws when root has no such user to hand over to.
 */
export function chooseServerUser(): ServerUser {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { name: 'the current user' };
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { name, ids: { uid: Number(uid), gid: Number(gid) } };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has no user `nobody` to run it. Start as an ordinary user, or set DATABASE_URL to a server of your own.',
  );
}

/**
 * Says whether `user` can reach `folder` and read in it: every folder on the way must let it pass.
 * The current user always can.
 */
export function canReach(user: ServerUser, folder: string): boolean {
  if (!user.ids) return true;
  const { uid, gid } = user.ids;
  const permits = (place: string, bit: number): boolean => {
    const { mode, uid: owner, gid: group } = statSync(place);
    const shift = owner === uid ? 6 : group === gid ? 3 : 0;
    return ((mode >> shift) & bit) === bit;
  };
  if (!permits(folder, 0o5)) return false;
  for (let parent = path.dirname(folder); ; parent = path.dirname(parent)) {
    if (!permits(parent, 0o1)) return false;
    if (parent === path.dirname(parent)) return true;
  }
}

/**
 * Makes `user` the owner of `place`, a file or a folder.
 * Nothing is done for the current user.
 */
export function giveTo(user: ServerUser, place: string): void {
  if (user.ids) chownSync(place, user.ids.uid, user.ids.gid);
}
