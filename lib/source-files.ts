import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText, type DecodedText } from './source-encoding';
import { SourceFileError } from './source-file-error';

/** Names that are taken for texts. */
const TEXT_NAME = /\.txt$/i;
/** A year of a city's gazette is 1 MB. */
const SIZE_LIMIT = 20 * 1024 * 1024;

export interface FoundFiles {
  /** Absolute paths of texts, each once, in the order of their names. */
  files: string[];
  /** Absolute paths in folders that are no texts by their name. */
  skipped: string[];
  /** What was named and cannot be taken. */
  problems: SourceFileError[];
}

/**
 * Takes files and folders, as named by a person; gives the texts that they mean, folders with all folders inside. Hidden files and folders
 * (`.git`) are passed over. Nothing is thrown: what is missing, unreadable or empty is a problem beside the rest.
 */
export async function findSourceFiles(paths: string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const skipped = new Set<string>();
  const problems: SourceFileError[] = [];
  for (const named of paths) {
    try {
      const resolved = await realpath(named);
      if ((await stat(resolved)).isDirectory()) {
        const before = files.size;
        const known = await walk(resolved, files, skipped, new Set());
        if (files.size === before && !known) {
          problems.push(
            new SourceFileError(
              named,
              'the folder holds no text',
              'Name a folder with .txt files in it, or the files themselves.',
            ),
          );
        }
      } else if (TEXT_NAME.test(resolved)) files.add(resolved);
      else {
        problems.push(
          new SourceFileError(
            named,
            'only .txt files can be ingested',
            'Save its text as a .txt file in UTF-8 and ingest that.',
          ),
        );
      }
    } catch (error) {
      problems.push(describeFailure(named, error));
    }
  }
  return { files: [...files].sort(), skipped: [...skipped].sort(), problems };
}

/** Adds what the folder holds; gives true when it holds any text, new or not. */
async function walk(folder: string, files: Set<string>, skipped: Set<string>, visited: Set<string>): Promise<boolean> {
  if (visited.has(folder)) return false;
  visited.add(folder);
  let holdsText = false;
  for (const name of await readdir(folder)) {
    if (name.startsWith('.')) continue;
    // A link that leads nowhere is no text.
    const entry = await realpath(path.join(folder, name)).catch(() => null);
    if (entry === null) skipped.add(path.join(folder, name));
    else if ((await stat(entry)).isDirectory()) holdsText = (await walk(entry, files, skipped, visited)) || holdsText;
    else if (TEXT_NAME.test(entry)) {
      files.add(entry);
      holdsText = true;
    } else skipped.add(entry);
  }
  return holdsText;
}

/** One text as it was read. */
export interface SourceText extends DecodedText {
  /** Absolute. */
  path: string;
  /** Without folders. */
  name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** Bytes. */
  size: number;
}

/** Takes the path of a text; gives it decoded. Throws SourceFileError when it is missing, unreadable, too large, empty, or no text. */
export async function readSourceFile(file: string): Promise<SourceText> {
  const bytes = await readBytes(file);
  const decoded = decodeText(bytes);
  if ('reason' in decoded) throw new SourceFileError(file, decoded.reason, decoded.advice, decoded.line);
  if (decoded.text.trim() === '')
    throw new SourceFileError(file, 'the file is empty', 'Save the text into it, or leave it out.');
  return { path: file, name: path.basename(file), hash: hashOf(bytes), size: bytes.length, ...decoded };
}

/** Takes a path; gives the hash of the file that stands there now, or null when none can be read. */
export async function hashSourceFile(file: string): Promise<string | null> {
  return readBytes(file).then(hashOf, () => null);
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > SIZE_LIMIT) {
      const megabytes = Math.ceil(size / 1024 / 1024);
      throw new SourceFileError(
        file,
        `the file is too large (${megabytes} MB, at most 20 MB)`,
        'Split it into one file for each issue.',
      );
    }
    return await readFile(file);
  } catch (error) {
    throw error instanceof SourceFileError ? error : describeFailure(file, error);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function describeFailure(named: string, error: unknown): SourceFileError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new SourceFileError(named, 'no such file or folder', 'Check the path.');
  if (code === 'EACCES' || code === 'EPERM')
    return new SourceFileError(named, 'it may not be read', 'Change its permissions, or run as a user who may.');
  return new SourceFileError(named, error instanceof Error ? error.message : String(error), 'Check the file.');
}
