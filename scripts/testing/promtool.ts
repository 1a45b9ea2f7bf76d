import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { say } from '../support/progress';
import { findProgram, runInstaller } from './install-with-apt';

/** Where the program is kept that was taken out of a package. */
const FOLDER = path.join('node_modules', '.cache', 'promtool');

/**
 * Finds promtool, or takes it out of Debian's package where that can be downloaded. The package
 * itself is not installed: it starts a server.
 * @returns null where there is none
 */
export function providePromtool(): string | null {
  const own = path.resolve(FOLDER, 'usr', 'bin', 'promtool');
  const found = findProgram('promtool') ?? (existsSync(own) ? own : null);
  if (found !== null || findProgram('apt-get') === null || findProgram('dpkg-deb') === null) return found;
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(path.resolve(FOLDER, 'download-'));
  try {
    say('Downloading promtool with apt-get …');
    if (!runInstaller('apt-get', ['update', '-qq'])) return null;
    // Into the folder in which it runs.
    const download = spawnSync('apt-get', ['download', '-qq', 'prometheus'], { cwd: folder, encoding: 'utf8' });
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (download.status !== 0 || archive === undefined) return null;
    const script = `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" ./usr/bin/promtool`;
    const args = ['-c', script, 'sh', path.join(folder, archive), path.resolve(FOLDER)];
    return runInstaller('sh', args) && existsSync(own) ? own : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs promtool; gives what it complains of, empty where all is right. */
export function runPromtool(promtool: string, args: string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(promtool, args, { input, encoding: 'utf8' });
  return status === 0 ? stderr.trim() : `${stdout}${stderr}`.trim() || `exit code ${String(status)}`;
}
