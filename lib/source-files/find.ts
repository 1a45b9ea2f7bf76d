import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CORRECTIONS_FILE } from '@/lib/corrections/entry';
import { adviceFor, formatNames, formatOf } from './formats';
import { describeFailure, SourceFileError } from './source-file-error';

/** What was found in named files and folders. */
export interface FoundFiles {
  /** Absolute paths of texts, each once, in the order of their names. */
  files: string[];
  /** Absolute paths in folders whose names are none of texts. */
  skipped: string[];
  /** Absolute paths of corrections files in the folders, or beside the files, that were named. */
  corrections: string[];
  /** Tests whether a path is in a folder, or beside a file, that was named. */
  covers: (path: string) => boolean;
  /** Named paths that cannot be read. */
  problems: SourceFileError[];
}

/**
 * Finds the texts in named files and folders, and in all folders inside. Hidden files and folders
 * (`.git`) are passed over. Nothing is thrown: what is missing, unreadable or empty is listed as a
 * problem.
 */
export async function findSourceFiles(paths: string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const skipped = new Set<string>();
  const corrections = new Set<string>();
  const folders: string[] = [];
  const beside = new Set<string>();
  const problems: SourceFileError[] = [];
  for (const named of paths) {
    try {
      const resolved = await realpath(named);
      if ((await stat(resolved)).isDirectory()) {
        const before = files.size;
        folders.push(resolved);
        const known = await walk(resolved, { files, skipped, corrections }, new Set());
        if (files.size === before && !known) {
          problems.push(
            new SourceFileError(
              named,
              'the folder holds no text',
              `Name a folder with ${formatNames} files in it, or the files themselves.`,
            ),
          );
        }
      } else if (path.basename(resolved) === CORRECTIONS_FILE) corrections.add(resolved);
      else if (formatOf(resolved)) {
        files.add(resolved);
        beside.add(path.dirname(resolved));
      } else {
        problems.push(new SourceFileError(named, `only ${formatNames} files can be ingested`, adviceFor(resolved)));
      }
    } catch (error) {
      problems.push(describeFailure(named, error));
    }
  }
  for (const folder of beside) {
    const file = path.join(folder, CORRECTIONS_FILE);
    if (existsSync(file)) corrections.add(file);
  }
  const covers = (file: string): boolean =>
    beside.has(path.dirname(file)) || folders.some((folder) => file.startsWith(folder + path.sep));
  return {
    files: [...files].sort(),
    skipped: [...skipped].sort(),
    corrections: [...corrections].sort(),
    covers,
    problems,
  };
}

/** Folders that a browser saves beside a page: page_files, page.files, page_文件. */
const companion = /^(.+)(?:_files|\.files|-files|_文件)$/;
/** Files in a folder of texts that are no texts; one that is named itself is read. */
const aboutTheFolder = /^(?:readme|license|licence|changelog|contributing)\.(?:md|markdown|txt|html?)$/i;

type Found = Record<'files' | 'skipped' | 'corrections', Set<string>>;

/**
 * Adds the content of a folder.
 * @returns whether it holds any text, or corrections, new or not
 */
async function walk(folder: string, found: Found, visited: Set<string>): Promise<boolean> {
  if (visited.has(folder)) return false;
  visited.add(folder);
  const { files, skipped, corrections } = found;
  let holdsText = false;
  const names = await readdir(folder);
  for (const name of names) {
    if (name.startsWith('.')) continue;
    // A link to a missing file is no text.
    const entry = await realpath(path.join(folder, name)).catch(() => null);
    if (entry === null) skipped.add(path.join(folder, name));
    else if ((await stat(entry)).isDirectory()) {
      if (isCompanion(name, names)) skipped.add(entry);
      else holdsText = (await walk(entry, found, visited)) || holdsText;
    } else if (name === CORRECTIONS_FILE) {
      corrections.add(entry);
      holdsText = true;
    } else if (formatOf(entry) && !aboutTheFolder.test(name) && !name.startsWith('~$')) {
      files.add(entry);
      holdsText = true;
    } else skipped.add(entry);
  }
  return holdsText;
}

/**
 * Tests for a folder with pictures and scripts of a saved page beside it, and no text of its own.
 */
function isCompanion(name: string, names: readonly string[]): boolean {
  const page = companion.exec(name)?.[1];
  return page !== undefined && names.some((other) => other === `${page}.html` || other === `${page}.htm`);
}
