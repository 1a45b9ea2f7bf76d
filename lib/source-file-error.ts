/** A file or folder that cannot be taken in: what, where, and what to do next. The message is one line for the person who named it. */
export class SourceFileError extends Error {
  override name = 'SourceFileError';
  /** As the person named it, or found in the folder named. */
  readonly path: string;

  /** Takes the path, what is wrong, what to do next, and where in the file it applies the line, from 1. */
  constructor(path: string, reason: string, advice: string, line?: number) {
    super(`${path}${line === undefined ? '' : `:${line}`}: ${reason}. ${advice}`);
    this.path = path;
  }
}
