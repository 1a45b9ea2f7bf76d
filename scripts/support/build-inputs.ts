import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'prisma/schema', 'public'];
const FILES = [
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json', '.env'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
];
// What a page may print while it is built.
const VARIABLES = /^(SITE_|NEXT_PUBLIC_|ICP_NUMBER|POLICE_NUMBER|ORGANISER|CORRECTIONS_EMAIL)/;

/**
 * Gives a sha-256 over everything that `next build` reads of the project at `folder`: sources
 * without tests, settings, the lock file, and the environment variables that pages print. The same
 * text means that a build made earlier is still right.
 */
export function hashBuildInputs(folder: string, variables: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((name) => listFiles(folder, name)), ...FILES];
  for (const file of files.sort()) {
    const place = path.join(folder, file);
    if (existsSync(place)) hash.update(`${file}\0`).update(readFileSync(place)).update('\0');
  }
  const printed = Object.entries(variables).filter(([name]) => VARIABLES.test(name));
  hash.update(JSON.stringify([process.version, ...printed.sort()]));
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
