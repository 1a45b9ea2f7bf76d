import { existsSync } from 'node:fs';
import path from 'node:path';
import { groupBy } from '@/lib/collections/group-by';
import type { ManifestRow } from '@/lib/manifest/entry';

/** The rows of a manifest by the texts that they name. */
export interface FoundRows {
  /** By absolute path, in the order of the manifest. */
  byFile: Map<string, ManifestRow[]>;
  /** Rows whose text is not there. */
  absent: ManifestRow[];
  /** Rows that several texts fit. */
  unclear: ManifestRow[];
}

/**
 * Finds the texts that rows name: by path below the folder, else by a name that one text alone has
 * there, with or without its ending.
 * @param files absolute paths
 */
export function findFiles(folder: string, rows: readonly ManifestRow[], files: readonly string[]): FoundRows {
  const below = files.filter((file) => file.startsWith(folder + path.sep));
  const byPath = new Map(below.map((file) => [keyOf(path.relative(folder, file)), file]));
  const byName = groupBy(below, (file) => keyOf(path.basename(file)));
  const byStem = groupBy(below, (file) => keyOf(path.parse(file).name));
  const byPathStem = groupBy(below, (file) => keyOf(withoutEnding(path.relative(folder, file))));
  const found: FoundRows = { byFile: new Map(), absent: [], unclear: [] };
  for (const row of rows) {
    const named = path.isAbsolute(row.file) ? path.relative(folder, row.file) : row.file;
    const key = keyOf(named);
    const exact = byPath.get(key);
    const isName = !key.includes('/');
    const fitting = exact
      ? [exact]
      : (byPathStem.get(key) ?? (isName ? (byName.get(key) ?? byStem.get(key)) : undefined) ?? []);
    if (fitting.length === 1) found.byFile.set(fitting[0]!, [...(found.byFile.get(fitting[0]!) ?? []), row]);
    else if (fitting.length > 1) found.unclear.push(row);
    // A file that is there belongs to another run, or is no text.
    else if (!existsSync(path.join(folder, named))) found.absent.push(row);
  }
  return found;
}

/** Names of files are the same in every form of Unicode. */
const keyOf = (file: string): string => file.split(path.sep).join('/').normalize('NFC');

const withoutEnding = (file: string): string => file.slice(0, file.length - path.extname(file).length);
