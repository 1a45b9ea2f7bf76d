import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CORRECTIONS_FILE } from '@/lib/corrections/entry';
import { isManifest, MANIFEST_FILES } from '@/lib/manifest/entry';
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
  /** The same of manifests. */
  manifests: string[];
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
  const manifests = new Set<string>();
  const folders: string[] = [];
  const beside = new Set<string>();
  const problems: SourceFileError[] = [];
  for (const named of paths) {
    try {
      const resolved = await realpath(named);
      if ((await stat(resolved)).isDirectory()) {
        const before = files.size;
        folders.push(resolved);
        const failed = problems.length;
        const known = await walk(resolved, { files, skipped, corrections, manifests, problems }, new Set());
        if (files.size === before && !known && problems.length === failed) {
          problems.push(
            new SourceFileError(
              named,
              'the folder holds no text',
              `Name a folder with ${formatNames} files in it, or the files themselves.`,
            ),
          );
        }
      } else if (path.basename(resolved) === CORRECTIONS_FILE) corrections.add(resolved);
      else if (isManifest(path.basename(resolved))) manifests.add(resolved);
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
    for (const name of MANIFEST_FILES) if (existsSync(path.join(folder, name))) manifests.add(path.join(folder, name));
  }
  const covers = (file: string): boolean =>
    beside.has(path.dirname(file)) || folders.some((folder) => file.startsWith(folder + path.sep));
  return {
    files: [...files].sort(),
    skipped: [...skipped].sort(),
    corrections: [...corrections].sort(),
    manifests: [...manifests].sort(),
    covers,
    problems,
  };
}

/** Folders that a browser saves beside a page: page_files, page.files, page_文件. */
const companion = /^(.+)(?:_files|\.files|-files|_文件)$/;
/** Files in a folder of texts that are no texts; one that is named itself is read. */
const aboutTheFolder = /^(?:readme|license|licence|changelog|contributing)\.(?:md|markdown|txt|html?)$/i;

type Found = Record<'files' | 'skipped' | 'corrections' | 'manifests', Set<string>> & Pick<FoundFiles, 'problems'>;

/**
 * Adds the content of a folder. What cannot be looked at is a problem, and the rest goes on.
 * @returns whether it holds any text, or corrections, new or not
 */
async function walk(folder: string, found: Found, visited: Set<string>): Promise<boolean> {
  if (visited.has(folder)) return false;
  visited.add(folder);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    found.problems.push(describeFailure(folder, error));
    return false;
  }
  let holdsText = false;
  for (const name of names) {
    if (name.startsWith('.')) continue;
    if (await add(path.join(folder, name), names, found, visited)) holdsText = true;
  }
  return holdsText;
}

/** What a name becomes whose bytes are no UTF-8: no file is found by it. */
const lostCharacter = '\ufffd';

/**
 * Adds what is at a path in a folder.
 * @param names all that the folder holds
 * @returns whether it is, or holds, a text or corrections
 */
async function add(there: string, names: readonly string[], found: Found, visited: Set<string>): Promise<boolean> {
  const { files, skipped, corrections, manifests, problems } = found;
  const name = path.basename(there);
  const isText = (called: string): boolean =>
    formatOf(called) !== undefined && !aboutTheFolder.test(name) && !name.startsWith('~$');
  let entry: string;
  let isFolder: boolean;
  try {
    entry = await realpath(there);
    isFolder = (await stat(entry)).isDirectory();
  } catch (error) {
    // A link to a missing file is no text.
    if (isText(name) && name.includes(lostCharacter))
      problems.push(new SourceFileError(there, 'its name is no UTF-8', 'Give it a name in UTF-8.'));
    else if (isText(name) && !isMissing(error)) problems.push(describeFailure(there, error));
    else skipped.add(there);
    return false;
  }
  if (isFolder) {
    if (!isCompanion(name, names)) return walk(entry, found, visited);
    skipped.add(entry);
  } else if (name === CORRECTIONS_FILE) {
    corrections.add(entry);
    return true;
  } else if (isManifest(name)) {
    manifests.add(entry);
    return true;
  } else if (isText(entry)) {
    files.add(entry);
    return true;
  } else skipped.add(entry);
  return false;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Tests for a folder with pictures and scripts of a saved page beside it, and no text of its own.
 */
function isCompanion(name: string, names: readonly string[]): boolean {
  const page = companion.exec(name)?.[1];
  return page !== undefined && names.some((other) => other === `${page}.html` || other === `${page}.htm`);
}
