import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { identifyProcess } from '../support/file-lock.mjs';

// PostgreSQL notes its process in the first line of these, and refuses to start while such a
// process runs.
const lockFiles = (home: string) => [
  path.join(home, 'data', 'postmaster.pid'),
  ...readdirSync(home)
    .filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name))
    .map((name) => path.join(home, name)),
];

/**
 * Finds the living server process of the cluster whose home is `home`, ready or not.
 * @returns its text of identifyProcess, or null
 */
export function findServerProcess(home: string): string | null {
  const processId = readProcessId(path.join(home, 'data', 'postmaster.pid'));
  return processId !== null && !isForeign(processId, home) ? identifyProcess(processId) : null;
}

/**
 * Removes locks of the cluster that no living server holds.
 * They name a process of another program, after a restart of the machine; or a dead one that nobody
 * has buried, in containers whose first process is no init. PostgreSQL, to be careful, would not
 * start.
 */
export function removeForeignLocks(home: string): void {
  for (const file of lockFiles(home)) {
    const processId = readProcessId(file);
    if (processId !== null && (isForeign(processId, home) || isZombie(processId))) rmSync(file, { force: true });
  }
}

/**
 * Ends the children that a killed server left running.
 * In the middle of a statement they do not notice, and keep its memory. Only where the system has
 * /proc; elsewhere they end with their statement.
 */
export function endOrphans(home: string): void {
  if (findServerProcess(home) === null) signalAll(home, 'SIGQUIT');
}

/** Lets the server and its children go on, where somebody has paused them (SIGSTOP). */
export function resume(home: string): void {
  signalAll(home, 'SIGCONT');
}

/** Sends `signal` to all processes of the cluster: the server works in its data. */
function signalAll(home: string, signal: NodeJS.Signals): void {
  if (!existsSync('/proc/self')) return;
  for (const processId of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const command = tryTo(() => readFileSync(`/proc/${processId}/cmdline`, 'utf8'));
    if (command?.includes('postgres') && workingFolder(processId) === dataFolder(home))
      tryTo(() => process.kill(processId, signal));
  }
}

/** Says whether a living process is surely not the server: it works in another folder. */
function isForeign(processId: number, home: string): boolean {
  const folder = workingFolder(processId);
  // None: no such process, no /proc, or somebody else's. PostgreSQL knows what to do.
  return folder !== null && folder !== dataFolder(home);
}

const isZombie = (processId: number) => existsSync(`/proc/${processId}`) && identifyProcess(processId) === null;
const workingFolder = (processId: number) => tryTo(() => readlinkSync(`/proc/${processId}/cwd`));
const dataFolder = (home: string) => tryTo(() => realpathSync(path.join(home, 'data')));

const readProcessId = (file: string) => tryTo(() => Number.parseInt(readFileSync(file, 'utf8'), 10) || null);

/** Gives what `read` gives; null where a process or a file has just gone, or is closed to us. */
function tryTo<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
