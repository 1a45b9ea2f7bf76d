import { printable } from '@/lib/text/printable';

/**
 * A file or folder that cannot be read: what, where, and what to do next. The message is one line
 * for the person who named it.
 */
export class SourceFileError extends Error {
  override name = 'SourceFileError';
  /** As the person named it, or found in the folder named. */
  readonly path: string;
  /** What it was made of, to make it again in another thread. */
  readonly parts: [path: string, reason: string, advice: string, line?: number];

  /**
   * @param path as the person named it
   * @param reason what is wrong
   * @param advice what to do next
   * @param line where in the file it applies, from 1
   */
  constructor(path: string, reason: string, advice: string, line?: number) {
    super(printable(`${path}${line === undefined ? '' : `:${line}`}: ${reason}. ${advice}`));
    this.path = path;
    this.parts = [path, reason, advice, line];
  }

  /** Makes an error again of its parts. */
  static again([path, reason, advice, line]: SourceFileError['parts']): SourceFileError {
    return new SourceFileError(path, reason, advice, line);
  }
}

/** Explains an error of the file system to the person. */
export function describeFailure(named: string, error: unknown): SourceFileError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new SourceFileError(named, 'no such file or folder', 'Check the path.');
  if (code === 'EACCES' || code === 'EPERM')
    return new SourceFileError(named, 'it may not be read', 'Change its permissions, or run as a user who may.');
  if (code === 'ELOOP') return new SourceFileError(named, 'its links lead in a circle', 'Name the file itself.');
  if (code === 'ENAMETOOLONG') return new SourceFileError(named, 'its path is too long', 'Move it to a shorter path.');
  return new SourceFileError(named, error instanceof Error ? error.message : String(error), 'Check the file.');
}
