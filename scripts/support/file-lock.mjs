// Built-ins only: the bootstrap script uses this before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names a running process so that no later process with its number is meant.
 * @param {number} processId
 * @returns {string | null} null when no such process runs
 */
export function identifyProcess(processId) {
  try {
    process.kill(processId, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to someone else.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null;
  }
  try {
    if (process.platform === 'linux') {
      // Field 22 is the start time; fields are counted after the command's name, which may hold
      // blanks and brackets.
      const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return null;
      return `${processId} ${fields[19]}`;
    }
    if (process.platform !== 'win32')
      return `${processId} ${execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], { encoding: 'utf8' }).trim()}`;
  } catch {
    return existsSync('/proc/self') ? null : `${processId}`;
  }
  return `${processId}`;
}

/**
 * Says whether the process that `identity` names (a text of identifyProcess) still runs.
 * @param {string} identity
 * @returns {boolean}
 */
export function isAlive(identity) {
  const processId = Number.parseInt(identity, 10);
  return Number.isInteger(processId) && processId > 0 && identifyProcess(processId) === identity;
}

/**
 * Runs `work` while no other process holds the lock file `file`; gives what `work` gives. A lock
 * left by a dead process is taken over. Calls `onWait` once when it has to wait. Throws after ten
 * minutes of waiting.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {(holder: string) => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withFileLock(file, work, onWait) {
  mkdirSync(path.dirname(file), { recursive: true });
  const deadline = Date.now() + 600_000;
  let reported = false;
  while (!tryTake(file)) {
    const holder = readHolder(file);
    if (!reported) onWait?.(holder);
    reported = true;
    if (Date.now() > deadline)
      throw new Error(
        `Process ${holder.split(' ')[0]} has held ${file} for ten minutes. If it hangs, end it and delete the file.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryTake(file) {
  try {
    writeFileSync(file, identifyProcess(process.pid) ?? '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const holder = readHolder(file);
  // A file without content is being written at this moment, unless it has been so for long.
  if (holder === '' ? isOlderThan(file, 5_000) : !isAlive(holder)) breakLock(file);
  return false;
}

/** @param {string} file */
function readHolder(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Two processes may find the same dead lock; only the one that makes the second file may remove the
 * first.
 * @param {string} file
 */
function breakLock(file) {
  const breaking = `${file}.breaking`;
  try {
    writeFileSync(breaking, '', { flag: 'wx' });
  } catch {
    if (isOlderThan(breaking, 10_000)) rmSync(breaking, { force: true });
    return;
  }
  const holder = readHolder(file);
  if (holder === '' ? isOlderThan(file, 5_000) : !isAlive(holder)) rmSync(file, { force: true });
  rmSync(breaking, { force: true });
}

/**
 * @param {string} file
 * @param {number} milliseconds
 */
function isOlderThan(file, milliseconds) {
  try {
    return Date.now() - statSync(file).mtimeMs > milliseconds;
  } catch {
    return false;
  }
}
