import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ManifestRow } from '@/lib/manifest/entry';
import { readManifest } from '@/lib/manifest/read-manifest';
import { readListFile, SourceFileError } from '@/lib/source-files';
import { describeError } from '@/lib/db/ingest/describe-error';
import { findFiles, type FoundRows } from './find-files';

/** What is stored of the rows about a text. */
export interface StatedRows {
  /** The manifest that they are of; null where there are none. */
  manifestPath: string | null;
  /** Of the rows; null where there are none. */
  manifestHash: string | null;
  rows: readonly ManifestRow[];
}

/** No rows. */
export const noRows: StatedRows = { manifestPath: null, manifestHash: null, rows: [] };

/** One manifest of a run, as it was read. */
export interface ReadManifest extends FoundRows {
  path: string;
  /** All rows that can be used. */
  count: number;
  unknown: string[];
  /** What is wrong with it or with its rows, one line each, with path and line. */
  errors: string[];
  /** Whether all of it was understood: then a text without a row has none. */
  isWhole: boolean;
}

/** The manifests of a run: what they say of each text. */
export class ManifestBook {
  /** The deepest first. */
  readonly manifests: readonly ReadManifest[];

  constructor(manifests: readonly ReadManifest[]) {
    this.manifests = manifests.toSorted((one, other) => other.path.length - one.path.length);
  }

  /**
   * Gives the rows about a text: those of the manifest nearest to it that names it.
   * @param held the manifest of the rows that are held of it
   * @returns null where what is held has to stay, because no manifest of the run says otherwise
   */
  rowsOf(file: string, held: string | null): StatedRows | null {
    for (const manifest of this.manifests) {
      const rows = manifest.byFile.get(file);
      if (rows) return stated(manifest.path, rows);
    }
    const holder = this.manifests.find(({ path: each }) => each === held);
    return holder?.isWhole ? noRows : null;
  }

  /** Lists the manifests in whose folders a text is. */
  covering(file: string): ReadManifest[] {
    return this.manifests.filter(({ path: manifest }) => file.startsWith(path.dirname(manifest) + path.sep));
  }
}

/** Raised when the same rows are stored otherwise, or matched otherwise. */
const VERSION = 1;

function stated(manifestPath: string, rows: readonly ManifestRow[]): StatedRows {
  const content = rows.map(({ line: _line, file: _file, ...facts }) => Object.values(facts));
  const hash = createHash('sha256').update(JSON.stringify([VERSION, manifestPath, content]));
  return { manifestPath, manifestHash: hash.digest('hex').slice(0, 32), rows };
}

/**
 * Reads manifests. What is wrong with one is among its errors.
 * @param files texts that they may name
 */
export async function readManifests(paths: readonly string[], files: readonly string[]): Promise<ManifestBook> {
  const manifests: ReadManifest[] = [];
  for (const manifest of paths) manifests.push(await readOne(manifest, files));
  return new ManifestBook(manifests);
}

async function readOne(manifest: string, files: readonly string[]): Promise<ReadManifest> {
  try {
    const { text } = await readListFile(manifest);
    const { rows, problems, unknown } = readManifest(text, /\.json$/i.test(manifest) ? 'json' : 'csv');
    const found = findFiles(path.dirname(manifest), rows, files);
    // What is held of the text of a row that cannot be used stays.
    const isWhole = problems.length === 0;
    const errors = problems.map(({ line, reason }) => asError(manifest, line, reason));
    return { path: manifest, count: rows.length, unknown, errors, isWhole, ...found };
  } catch (error) {
    const nothing = { byFile: new Map(), absent: [], unclear: [] };
    return {
      path: manifest,
      count: 0,
      unknown: [],
      isWhole: false,
      errors: [describeError(manifest, error)],
      ...nothing,
    };
  }
}

const asError = (manifest: string, line: number, reason: string): string =>
  new SourceFileError(manifest, reason, 'Its row was left out, and what is held of its text stays.', line).message;
