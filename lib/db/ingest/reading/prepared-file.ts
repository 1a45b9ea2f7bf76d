import { looksLikeGazette, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { readSourceFile, SourceFileError, type SourceText } from '@/lib/source-files';
import { prepareRows } from '@/lib/db/ingest/rows/prepare-rows';
import type { PreparedDocument, PreparedSource } from '@/lib/db/ingest/rows/prepared';

/** A file that is to be read. */
export interface FileToRead {
  /** Absolute. */
  path: string;
  /** Municipality of a text that names none: 本溪市. */
  municipality: string | undefined;
}

/** What is stored of a file itself. */
export type FileFacts = Pick<SourceText, 'path' | 'name' | 'hash' | 'size' | 'encoding' | 'bytes'>;

/** A file that was read and parsed, ready to be stored. */
export interface PreparedFile {
  file: FileFacts;
  source: PreparedSource;
  /** The notes on its reading, and the doubts of the parser. */
  messages: ast.Message[];
}

/**
 * Reads and parses a file. It needs no database and runs in any thread.
 * @throws SourceFileError when it cannot be read, or holds no gazette
 */
export async function prepareFile({ path, municipality }: FileToRead): Promise<PreparedFile> {
  return prepareText(await readSourceFile(path), municipality);
}

/**
 * Parses a text that was read, and prepares its rows.
 * @param otherwise its municipality where it names none
 * @throws SourceFileError where it is no gazette, names no municipality, or has too many rows
 */
export function prepareText(text: SourceText, otherwise: string | undefined): PreparedFile {
  const { tree, messages } = parseGazette(text.text, { tables: text.tables });
  if (!looksLikeGazette(tree)) {
    throw new SourceFileError(
      text.path,
      'no document found in it',
      'A gazette or a single document begins with its title and ends with agency and date; `npm run parse -- FILE` shows what was read.',
    );
  }
  const municipality = tree.municipality ?? otherwise;
  if (!municipality) {
    throw new SourceFileError(text.path, 'nothing in it names the municipality', 'Name it: --municipality 本溪市.');
  }
  const source = prepareRows(tree, municipality);
  refuseBeyond(text.path, 'sections', source.documents, ({ sections }) => sections.length);
  refuseBeyond(text.path, 'citations', source.documents, ({ citations }) => citations.length);
  const { path, name, hash, size, encoding, bytes } = text;
  return { file: { path, name, hash, size, encoding, bytes }, source, messages: [...text.notes, ...messages] };
}

/** Most rows of a kind of one file: a year of a city's gazette has a fifth of them. */
const mostRows = 50_000;

function refuseBeyond(
  file: string,
  what: string,
  documents: readonly PreparedDocument[],
  countOf: (document: PreparedDocument) => number,
): void {
  const count = documents.reduce((sum, document) => sum + countOf(document), 0);
  if (count > mostRows)
    throw new SourceFileError(
      file,
      `it has ${count.toLocaleString('en')} ${what}, at most ${mostRows.toLocaleString('en')} are stored`,
      'Split it into one file for each issue.',
    );
}
