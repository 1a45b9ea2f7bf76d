import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { dataFolder } from './data-folder';
import { withFileLock } from './file-lock.mjs';

/**
 * Gives the folder with the files of the last builds into `pages`: .data/static for .next. They are
 * at the paths of their addresses.
 */
export const formerFilesOf = (pages: string): string => dataFolder(path.basename(pages).replace(/^\.next/, 'static'));
/** Builds whose files stay. */
const BUILDS = 3;

/**
 * Keeps the scripts and style sheets of a build beside those of the two before. Pages that are open
 * when the next one is served load them still. What only older builds had is removed.
 * @param pages the folder of the build
 */
export function keepBuildFiles(pages: string, folder = formerFilesOf(pages)): void {
  const target = path.join(folder, '_next', 'static');
  const source = path.join(pages, 'static');
  const own = listFiles(source);
  const former = readBuilds(folder);
  if (isKept(former, own, target)) return;
  for (const file of own) copyWhole(path.join(source, file), path.join(target, file));
  const builds = [own, ...former.filter((build) => !isSame(build, own))].slice(0, BUILDS);
  const kept = new Set(builds.flat());
  for (const file of listFiles(target)) if (!kept.has(file)) rmSync(path.join(target, file));
  writeWhole(path.join(folder, BUILDS_FILE), JSON.stringify(builds));
}

/**
 * Does the same for a build that is about to be served. It may have been made elsewhere, and two
 * portals may do so at once.
 * @throws an error of the file system where its folder is closed to this user, and the files of
 * this build are not there
 */
export async function shareBuildFiles(pages: string, folder = formerFilesOf(pages)): Promise<void> {
  const own = listFiles(path.join(pages, 'static'));
  if (isKept(readBuilds(folder), own, path.join(folder, '_next', 'static'))) return;
  await withFileLock(`${folder}.lock`, () => keepBuildFiles(pages, folder));
}

const BUILDS_FILE = 'builds.json';

/** Lists the files of the builds that are kept, the last one first. */
function readBuilds(folder: string): string[][] {
  const file = path.join(folder, BUILDS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[][]) : [];
}

const isKept = ([last]: string[][], own: string[], target: string): boolean =>
  isSame(last, own) && own.every((file) => existsSync(path.join(target, file)));

const isSame = (build: string[] | undefined, other: string[]): boolean =>
  build !== undefined && JSON.stringify(build.toSorted()) === JSON.stringify(other.toSorted());

/** Names tell the content: one of the same size is the same, and nginx may be reading it. */
function copyWhole(from: string, to: string): void {
  if (existsSync(to) && statSync(to).size === statSync(from).size) return;
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, `${to}.unfinished`);
  renameSync(`${to}.unfinished`, to);
}

function writeWhole(file: string, content: string): void {
  writeFileSync(`${file}.unfinished`, content);
  renameSync(`${file}.unfinished`, file);
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
