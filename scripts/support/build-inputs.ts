import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'prisma/schema', 'public'];
const FILES = [
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'scripts/support/browser-scripts.ts'],
];

/**
 * Gives a sha-256 over everything that a build reads of the project at `folder`: sources
 * without tests, settings of the build, and the lock file. The same text means that a build made
 * earlier is still right: what the environment says is read when the portal starts.
 */
export function hashBuildInputs(folder: string): string {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((name) => listFiles(folder, name)), ...FILES];
  for (const file of files.sort()) {
    const place = path.join(folder, file);
    if (existsSync(place)) hash.update(`${file}\0`).update(readFileSync(place)).update('\0');
  }
  hash.update(process.version);
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
