import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from '../support/progress';

const INSTALL_WITHIN_MILLISECONDS = 5 * 60_000;

/** Installs packages of Debian where this process may, and says so. */
export function installWithApt(packages: string[]): boolean {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  // The lists of what Debian has are fetched only where those that are there lead nowhere.
  if (run('apt-get', install) === null) return true;
  return runInstaller('apt-get', ['update', '-qq']) && runInstaller('apt-get', install);
}

/** Runs a program that installs something; says why where it fails. */
export function runInstaller(program: string, args: string[]): boolean {
  const reason = run(program, args);
  if (reason !== null) say(`${program} ${args.join(' ')} failed: ${reason}`);
  return reason === null;
}

/** @returns why it failed; null where it did not */
function run(program: string, args: string[]): string | null {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: INSTALL_WITHIN_MILLISECONDS,
  });
  if (result.status === 0) return null;
  return result.error
    ? result.error.message
    : `${result.stdout}${result.stderr}`.trim().split('\n').slice(-3).join(' / ');
}

/** Finds a program of the system, or installs its package; null where it cannot. */
export function provideProgram(name: string, debianPackage = name): string | null {
  return findProgram(name) ?? (installWithApt([debianPackage]) ? findProgram(name) : null);
}

/** Finds a program of the system. */
export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin', '/usr/sbin', '/usr/local/sbin');
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}
