import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { GivenTable } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { inkOf, layOut, UnreadableContent } from './blocks';
import { readDocx } from './docx/docx';
import { decodeText, type DecodedText } from './text/encoding';
import { formatOf, type SourceFormat } from './formats';
import { declaredCharset, readHtml } from './html/html';
import { readMarkdown } from './text/markdown';
import { describeFailure, SourceFileError } from './source-file-error';

/** A year of a city's gazette is 1 MB. */
const SIZE_LIMIT = 20 * 1024 * 1024;

/** One text as it was read. */
export interface SourceText {
  /** Plain text; positions in the tree, and the line numbers that are shown, are of this text. */
  text: string;
  encoding: DecodedText['encoding'];
  format: SourceFormat;
  /** Tables that the file itself drew, with their places in the text. */
  tables: GivenTable[];
  /** What the person should know about the reading: its encoding, what was left out. */
  notes: ast.Message[];
  /** Absolute. */
  path: string;
  /** Without folders. */
  name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** Bytes. */
  size: number;
}

/**
 * Takes the path of a text; gives it as plain text, read by the format that its name says (any
 * other name: as plain text). Throws SourceFileError when it is missing, unreadable, too large,
 * empty, or not what its name says.
 */
export async function readSourceFile(file: string): Promise<SourceText> {
  const bytes = await readBytes(file);
  const format = formatOf(file) ?? 'text';
  const read = readContent(file, bytes, format);
  if (inkOf(read.text) === 0)
    throw new SourceFileError(file, 'the file is empty', 'Save the text into it, or leave it out.');
  return { ...read, format, path: file, name: path.basename(file), hash: hashOf(bytes), size: bytes.length };
}

type Content = Pick<SourceText, 'text' | 'encoding' | 'tables' | 'notes'>;

function readContent(file: string, bytes: Uint8Array, format: SourceFormat): Content {
  try {
    if (format === 'docx') {
      const { blocks, notes } = readDocx(bytes);
      return { ...layOut(blocks), encoding: 'UTF-8', notes };
    }
    const decoded = decode(file, bytes, format === 'html' ? declaredCharset(bytes) : undefined);
    if (format === 'text') return { ...decoded, tables: [] };
    const { blocks, notes } = format === 'html' ? readHtml(decoded.text) : readMarkdown(decoded.text);
    return { ...layOut(blocks), encoding: decoded.encoding, notes: [...decoded.notes, ...notes] };
  } catch (error) {
    throw asSourceFileError(file, error);
  }
}

function decode(file: string, bytes: Uint8Array, declared?: string): DecodedText {
  const decoded = decodeText(bytes, declared);
  if ('reason' in decoded) throw new SourceFileError(file, decoded.reason, decoded.advice, decoded.line);
  return decoded;
}

/** A library that gives up says why in its own words. */
function asSourceFileError(file: string, error: unknown): SourceFileError {
  if (error instanceof SourceFileError) return error;
  if (error instanceof UnreadableContent) return new SourceFileError(file, error.message, error.advice);
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceFileError(file, `it cannot be read (${reason})`, 'Copy its text into a .txt file and ingest that.');
}

/**
 * Takes a path; gives the hash of the file that stands there now, or null when none can be read.
 */
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
