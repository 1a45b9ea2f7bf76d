import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Gives the folder with the files of the last builds into `pages`: .data/static for .next. They are
 * at the paths of their addresses.
 */
export const formerFilesOf = (pages: string): string => path.join('.data', pages.replace(/^\.next/, 'static'));
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
  const lists = path.join(folder, 'builds.json');
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });
  const former = existsSync(lists) ? (JSON.parse(readFileSync(lists, 'utf8')) as string[][]) : [];
  const builds = [listFiles(source), ...former].slice(0, BUILDS);
  const kept = new Set(builds.flat());
  for (const file of listFiles(target)) if (!kept.has(file)) rmSync(path.join(target, file));
  writeFileSync(lists, JSON.stringify(builds));
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
