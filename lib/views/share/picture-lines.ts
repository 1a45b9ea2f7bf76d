/** May not begin a line. */
const NOT_FIRST = /[，。、；：！？）》〉」』”’】〕〗％%…—·,.;:!?)\]]/u;
/** May not end one. */
const NOT_LAST = /[（《〈「『“‘【〔〖(\[]/u;
/** Numbers, spans of them, and words of other scripts stay whole: 2023—2027. */
const PIECES = /[\u0021-\u007e]{1,16}(?:—[\u0021-\u007e]{1,8})?|[\s\S]/gu;

/** Width of a piece in ems. What is not Han is narrower; it is taken as wide as its widest. */
const widthOf = (piece: string): number =>
  [...piece].reduce((sum, character) => sum + (/[\u0020-\u007e]/u.test(character) ? 0.62 : 1), 0);

/**
 * Breaks a text into lines of so many ems, for a picture.
 *
 * A picture has no layout of its own. Marks that may not begin a line hang behind it; what opens
 * goes to the next.
 */
export function breakLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    const isFull = line !== '' && widthOf(line) + widthOf(piece) > ems;
    if (!isFull || (NOT_FIRST.test(piece.charAt(0)) && widthOf(line) <= ems)) {
      line += piece;
      continue;
    }
    const opened = openedAtEnd(line);
    lines.push(line.slice(0, line.length - opened.length));
    line = opened + piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** What opens at the end of a line, unless the line has nothing else. */
function openedAtEnd(line: string): string {
  let at = line.length;
  while (at > 1 && NOT_LAST.test(line.charAt(at - 1))) at--;
  return at === line.length ? '' : line.slice(at);
}

/** Keeps so many lines; an ellipsis says that there are more. */
export function clampLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? '';
  return [...kept, `${last.slice(0, -1).replace(/[，。、；：]+$/u, '')}…`];
}
