import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseGazette, type ParseResult } from '@/lib/gazette';
import { readSourceFile, type SourceText } from '@/lib/source-files';

/**
 * Reads a file of a name and content.
 * @returns the text, or the message of the error without the folder
 */
export async function readAs(name: string, content: string | Uint8Array): Promise<SourceText | string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongbao-read-'));
  try {
    await writeFile(path.join(folder, name), content);
    return await readSourceFile(path.join(folder, name));
  } catch (error) {
    return String(error).replace(`${folder}${path.sep}`, '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads a file that must be readable, and parses it. */
export async function readWell(name: string, content: string | Uint8Array): Promise<SourceText & ParseResult> {
  const read = await readAs(name, content);
  if (typeof read === 'string') throw new Error(read);
  return { ...read, ...parseGazette(read.text, { tables: read.tables }) };
}

/** Lists the lines that are not blank, without blanks in front. */
export const inkedLines = ({ text }: SourceText): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lists notes as `rule: reason`. */
export const notesOf = ({ notes }: SourceText): string[] => notes.map(({ rule, reason }) => `${rule}: ${reason}`);
