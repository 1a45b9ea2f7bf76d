import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'prisma/schema', 'public'];
const FILES = [
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'scripts/support/browser-scripts.ts'],
];
const PROGRAM_FOLDERS = ['lib', 'scripts/embedded-postgres', 'scripts/serve', 'scripts/support'];
const PROGRAM_FILES = ['package-lock.json', 'scripts/gateway.ts', 'scripts/serve.ts'];

/**
 * Gives a sha-256 over everything that a build reads of the project at `folder`: sources
 * without tests, settings of the build, and the lock file. The same text means that a build made
 * earlier, or on another machine, is right: what the environment says is read at the start.
 */
export const hashBuildInputs = (folder: string): string => hashAll(folder, FOLDERS, FILES);

/** Does the same for the programs that serve a build (scripts/support/build-programs.ts). */
export const hashProgramInputs = (folder: string): string => hashAll(folder, PROGRAM_FOLDERS, PROGRAM_FILES);

function hashAll(folder: string, folders: readonly string[], others: readonly string[]): string {
  const hash = createHash('sha256');
  const files = [...folders.flatMap((name) => listFiles(folder, name)), ...others];
  for (const file of files.sort()) {
    const place = path.join(folder, file);
    if (existsSync(place)) hash.update(`${file}\0`).update(readFileSync(place)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(root: string, folder: string): string[] {
  const place = path.join(root, folder);
  if (!existsSync(place) || !statSync(place).isDirectory()) return [];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    // The generated client follows from the schema, which is an input itself.
    if (entry.isDirectory())
      return file === 'lib/db/generated' || entry.name === 'testing' ? [] : listFiles(root, file);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [file];
  });
}
