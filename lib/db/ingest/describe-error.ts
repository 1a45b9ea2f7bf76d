import { SourceFileError } from '@/lib/source-files';
import { printable } from '@/lib/text/printable';

/** Describes in one line why a file, or its corrections, did not go in. */
export function describeError(path: string, error: unknown): string {
  if (error instanceof SourceFileError) return error.message;
  const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
  return printable(`${path}: it could not be stored, and nothing of it was kept: ${reason}`);
}
