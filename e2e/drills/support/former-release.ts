import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnNode } from '@/scripts/support/child-process';
import { until } from './until';

/**
 * The commit of the former release: its pages run on the tables of this one. To be raised with each
 * release, to the commit that it was made of.
 */
const FORMER_COMMIT = '68d8399';

/** The folder of the former release; null where its history is not there. */
export interface FormerRelease {
  folder: string;
  /** Its build, as its own tests make it. */
  pages: string;
}

/**
 * Checks the former release out and builds it, in .data/former, where both stay for the next time.
 * It gets the packages that are installed, and a database client of its own.
 * @returns null where git does not have the commit
 */
export async function prepareFormerRelease(): Promise<FormerRelease | null> {
  const found = spawnSync('git', ['rev-parse', '--verify', '--quiet', `${FORMER_COMMIT}^{commit}`], {
    encoding: 'utf8',
  });
  if (found.status !== 0) return null;
  const folder = path.resolve('.data', 'former', found.stdout.trim());
  if (!existsSync(folder)) checkOut(found.stdout.trim(), folder);
  const program = `
    const { buildPages } = await import('./scripts/support/build-pages.ts');
    await buildPages('.next-test');
    process.exit();`;
  const building = spawnNode(
    ['--import', 'tsx', '--input-type=module', '-e', program],
    inFolder(folder),
    ['inherit', 'inherit'],
    folder,
  );
  const [code] = (await once(building, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The former release could not be built in ${folder}.`);
  return { folder, pages: path.join(folder, '.next-test') };
}

function checkOut(commit: string, folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const archive = execFileSync('git', ['archive', '--format=tar', commit], { maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', unfinished], { input: archive });
  symlinkSync(path.resolve('node_modules'), path.join(unfinished, 'node_modules'));
  // Turbopack reads nothing outside its root, and the packages are there.
  const config = path.join(unfinished, 'next.config.js');
  const text = readFileSync(config, 'utf8');
  const changed = text.replace('root: import.meta.dirname', `root: ${JSON.stringify(process.cwd())}`);
  if (changed === text) throw new Error('The next.config.js of the former release names no root.');
  writeFileSync(config, changed);
  const prisma = path.join('node_modules', 'prisma', 'build', 'index.js');
  execFileSync(process.execPath, [prisma, 'generate', '--schema', path.join('prisma', 'schema')], {
    cwd: unfinished,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    stdio: 'pipe',
  });
  renameSync(unfinished, folder);
}

const inFolder = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  INIT_CWD: folder,
  SPECIMENS: '1',
  DATA_FOLDER: '',
});

/** Serves the former release from the database at `url`. It ends by the returned function. */
export async function startFormerPortal(
  { folder }: FormerRelease,
  url: string,
  port: number,
): Promise<() => Promise<void>> {
  const script = path.join('scripts', 'testing', 'drill-portal.ts');
  const env = { ...inFolder(folder), DATABASE_URL: url, DATABASE_READ_URL: '', RENDERERS: '1' };
  const portal = spawnNode(['--import', 'tsx', script, String(port)], env, ['pipe', 'pipe'], folder);
  let output = '';
  portal.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  portal.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await until('the former portal is ready', 100_000, () => {
    if (portal.exitCode !== null) throw new Error(`The former portal has ended:\n${output}`);
    return /^Ready$/m.test(output);
  });
  return async () => {
    const ended = once(portal, 'exit');
    portal.kill('SIGTERM');
    await ended;
  };
}
