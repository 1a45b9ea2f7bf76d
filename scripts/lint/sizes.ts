import type { LintedFile } from './exported-names';

/** A file that is longer says two things at once. */
const mostLines = 400;
/** ESLint asks the same of scripts (max-len). */
const mostColumns = 100;

/** Tests and data may be as long as what they hold. */
const isMeasured = (path: string): boolean =>
  /\.(ts|tsx|mjs|js|css|prisma)$/.test(path) && !/\.test\.tsx?$|\.spec\.ts$|(^|\/)testing\//.test(path);

/**
 * Finds files above 400 lines, and long comment lines of style sheets.
 * @returns a sentence for each, with file and line
 */
export function findOversized(files: readonly LintedFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n');
    const long =
      isMeasured(path) && lines.length > mostLines
        ? [`${path} has ${lines.length} lines, more than ${mostLines}: split it by what it does.`]
        : [];
    return path.endsWith('.css') ? [...long, ...longComments(path, lines)] : long;
  });
}

function longComments(path: string, lines: readonly string[]): string[] {
  let inComment = false;
  return lines.flatMap((line, index) => {
    const isComment = inComment || line.trimStart().startsWith('/*');
    const opened = line.lastIndexOf('/*');
    const closed = line.lastIndexOf('*/');
    inComment = opened > closed || (inComment && closed === -1);
    return isComment && line.length > mostColumns
      ? [`${path}:${index + 1} is a comment of ${line.length} columns, more than ${mostColumns}.`]
      : [];
  });
}
