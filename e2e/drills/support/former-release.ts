import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hashFiles } from '@/scripts/support/bootstrap.mjs';
import { spawnNode } from '@/scripts/support/child-process';
import { until } from './until';

/**
 * The commit of the former release: its pages run on the tables of this one. To be raised with each
 * release, to the commit that it was made of.
 */
const FORMER_COMMIT = '9994ff6';

/** The folder of the former release; null where its history is not there. */
export interface FormerRelease {
  folder: string;
  /** Its build, as its own tests make it. */
  pages: string;
}

/** @returns the whole name of its commit; null where git does not have it */
export function findFormerRelease(): string | null {
  const words = ['rev-parse', '--verify', '--quiet', `${FORMER_COMMIT}^{commit}`];
  const { status, stdout } = spawnSync('git', words, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Checks the former release out and builds it, in .data/former.
 * Both stay there for the next time. It gets the packages that are installed, and a database client
 * of its own.
 * @returns null where git does not have the commit
 */
export async function prepareFormerRelease(): Promise<FormerRelease | null> {
  const commit = findFormerRelease();
  if (commit === null) return null;
  const folder = path.resolve('.data', 'former', commit);
  if (!existsSync(folder)) checkOut(commit, folder);
  const program = `
    const { bootstrap } = await import('./scripts/support/bootstrap.mjs');
    await bootstrap(process.cwd());
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
  linkPackages(path.resolve('node_modules'), path.join(unfinished, 'node_modules'));
  // Tailwind reads all that git does not ignore, and git ignores this whole folder.
  edit(unfinished, path.join('app', 'globals.css'), `@import 'tailwindcss';`, `@import 'tailwindcss' source(none);`);
  appendFileSync(
    path.join(unfinished, 'app', 'globals.css'),
    ['app', 'components', 'lib'].map((folder) => `\n@source '../${folder}';`).join(''),
  );
  // It makes a database client of its own at its first command, and must not install packages.
  const lock = path.join(unfinished, 'package-lock.json');
  const installed = hashFiles([lock], [process.platform, process.arch]);
  writeFileSync(path.join(unfinished, 'node_modules', '.gongbao-installed'), installed);
  renameSync(unfinished, folder);
}

function edit(folder: string, file: string, before: string, after: string): void {
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  if (!text.includes(before)) throw new Error(`The ${file} of the former release has no ${before}.`);
  writeFileSync(place, text.replace(before, after));
}

/** As hard links: Turbopack reads nothing outside of the folder that it builds. */
function linkPackages(from: string, to: string): void {
  execFileSync('cp', ['-al', from, to]);
  // Notes on this clone, which would be written in both.
  for (const name of readdirSync(to).filter((each) => each.startsWith('.gongbao'))) rmSync(path.join(to, name));
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
