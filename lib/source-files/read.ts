import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { GivenTable } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { countLines, inkOf, layOut, UnreadableContent } from './blocks';
import { readDocx } from './docx/docx';
import { decodeText, type DecodedText } from './text/encoding';
import { formatOf, type SourceFormat } from './formats';
import { declaredCharset, readHtml } from './html/html';
import { readMarkdown } from './text/markdown';
import { describeFailure, SourceFileError } from './source-file-error';

const MEGABYTE = 1024 * 1024;
/** Most bytes of a file; a year of a city's gazette is 1 MB. */
const SIZE_LIMIT = 20 * MEGABYTE;
/** Most bytes of a list: half a kilobyte for each of a hundred thousand texts. */
const LIST_LIMIT = 50 * MEGABYTE;
/** Most characters of its text, and lines with words in it: work and memory grow with either. */
const CHARACTER_LIMIT = 3_000_000;
const LINE_LIMIT = 100_000;
const PIECE_LIMIT = 150_000;

/** One text as it was read. */
export interface SourceText {
  /** Plain text; positions in the tree, and the line numbers that are shown, are of this text. */
  text: string;
  encoding: DecodedText['encoding'];
  format: SourceFormat;
  /** Tables that the file marks as such, with their places in the text. */
  tables: GivenTable[];
  /** Notes for the person: its encoding, what was left out. */
  notes: ast.Message[];
  /** Absolute. */
  path: string;
  /** Without folders. */
  name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** Bytes. */
  size: number;
  /** The bytes themselves, as they were read. */
  bytes: Uint8Array;
}

/**
 * Reads a text by the format that its name says. Files of any other name are read as plain text.
 * @throws SourceFileError when it is missing, unreadable, too large, empty, or not what its name
 * says
 */
export async function readSourceFile(file: string): Promise<SourceText> {
  return readSourceBytes(file, await readFileBytes(file));
}

/**
 * Reads a text from the bytes of its file, as readSourceFile does.
 * @param file its path, or its name where none is known; it says the format
 * @throws SourceFileError when they are too many, empty, or not what the name says
 */
export function readSourceBytes(file: string, bytes: Uint8Array): SourceText {
  refuseTooLarge(file, bytes.length, SIZE_LIMIT);
  const format = formatOf(file) ?? 'text';
  const read = readContent(file, bytes, format);
  if (inkOf(read.text) === 0)
    throw new SourceFileError(file, 'the file is empty', 'Save the text into it, or leave it out.');
  refuseLong(file, read.text);
  return { ...read, format, path: file, name: path.basename(file), hash: hashBytes(bytes), size: bytes.length, bytes };
}

/**
 * Reads a list of texts, such as a manifest.
 * It may be longer than any text.
 * @throws SourceFileError when it is missing, unreadable, too large, or no text
 */
export async function readListFile(file: string): Promise<DecodedText> {
  return decode(file, await readFileBytes(file, LIST_LIMIT));
}

function refuseLong(file: string, text: string): void {
  const { lines, pieces } = countLines(text);
  refuseBeyond(file, 'characters of text', text.length, CHARACTER_LIMIT);
  refuseBeyond(file, 'lines of text', lines, LINE_LIMIT);
  refuseBeyond(file, 'lines and cells between tabs and |', pieces, PIECE_LIMIT);
}

function refuseBeyond(file: string, what: string, count: number, limit: number): void {
  if (count > limit)
    throw new SourceFileError(file, `it has ${grouped(count)} ${what}, at most ${grouped(limit)} are read`, SPLIT);
}

/** 100000 as 100,000. */
const grouped = (count: number): string => count.toLocaleString('en');

const SPLIT = 'Split it into one file for each issue.';

type Content = Pick<SourceText, 'text' | 'encoding' | 'tables' | 'notes'>;

function readContent(file: string, bytes: Uint8Array, format: SourceFormat): Content {
  try {
    if (format === 'docx') {
      const { blocks, notes } = readDocx(bytes);
      return { ...layOut(blocks), encoding: 'UTF-8', notes };
    }
    const decoded = decode(file, bytes, format === 'html' ? declaredCharset(bytes) : undefined);
    if (format === 'text') return { ...decoded, tables: [] };
    // Before its marks are read: that takes more than reading its lines.
    if (format === 'markdown') refuseLong(file, decoded.text);
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

/** The reason of a library that failed is in its own words. */
function asSourceFileError(file: string, error: unknown): SourceFileError {
  if (error instanceof SourceFileError) return error;
  if (error instanceof UnreadableContent) return new SourceFileError(file, error.message, error.advice);
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceFileError(file, `it cannot be read (${reason})`, 'Copy its text into a .txt file and ingest that.');
}

/** Gives hash and size of a file as it is now, null if unreadable. */
export async function fingerprint(file: string): Promise<{ hash: string; size: number } | null> {
  return readFileBytes(file).then(
    (bytes) => ({ hash: hashBytes(bytes), size: bytes.length }),
    () => null,
  );
}

/** Gives the hash of a file as it is now, null if unreadable. */
export async function hashSourceFile(file: string): Promise<string | null> {
  return (await fingerprint(file))?.hash ?? null;
}

/** What is at a path that is no file, by the tests of its kind. */
const kinds = [
  ['isDirectory', 'a folder'],
  ['isFIFO', 'a named pipe'],
  ['isSocket', 'a socket'],
  ['isCharacterDevice', 'a device'],
  ['isBlockDevice', 'a device'],
] as const;

/** A named pipe has no end, and opening it waits for a writer: only files are read. */
function refuseOthers(file: string, found: Stats): void {
  if (found.isFile()) return;
  const kind = kinds.find(([test]) => found[test]())?.[1] ?? 'something else';
  throw new SourceFileError(file, `it is ${kind}, no file`, 'Name a file with the text in it, or leave it out.');
}

/**
 * Reads the bytes of a file.
 * @param limit most bytes of it
 * @throws SourceFileError when it is missing, no file, unreadable or too large
 */
export async function readFileBytes(file: string, limit = SIZE_LIMIT): Promise<Buffer> {
  try {
    refuseOthers(file, await stat(file));
    // Another thing may stand there by now: it is opened without waiting, and looked at again.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      refuseOthers(file, found);
      refuseTooLarge(file, found.size, limit);
      return await readUpTo(handle, file, { stated: found.size, limit });
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof SourceFileError ? error : describeFailure(file, error);
  }
}

function refuseTooLarge(file: string, size: number, limit: number): void {
  if (size <= limit) return;
  const [megabytes, most] = [size, limit].map((bytes) => Math.ceil(bytes / MEGABYTE));
  throw new SourceFileError(file, `the file is too large (${megabytes} MB, at most ${most} MB)`, SPLIT);
}

/** Bytes that are read at once: few of a small file, because memory is laid out for them. */
const CHUNK = MEGABYTE;
const SMALL_CHUNK = 64 * 1024;

/** Reads a file to its end; one that grows meanwhile, or states no size, is no larger for that. */
async function readUpTo(
  handle: FileHandle,
  file: string,
  { stated, limit }: { stated: number; limit: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const chunk = Math.min(CHUNK, Math.max(SMALL_CHUNK, stated + 1));
  for (let size = 0; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(chunk), 0, chunk);
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(buffer.subarray(0, bytesRead));
    refuseTooLarge(file, (size += bytesRead), limit);
  }
}

/** Gives the SHA-256 of bytes, hexadecimal. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
