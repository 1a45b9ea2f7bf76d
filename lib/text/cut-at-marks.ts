/** A stretch of a text: UTF-16 units from its beginning. */
interface Stretch {
  start: number;
  end: number;
}

/** A piece of a text, and whether it is to be marked. */
interface MarkedPiece {
  /** Where it begins in the whole text. */
  start: number;
  text: string;
  marked: boolean;
}

/**
 * Cuts a text into what is to be marked and what is not.
 * @param stretches what is to be marked, ascending; those that touch or overlap are one mark
 * @returns the pieces of what lies from `from` to `to`, none of them empty
 */
export function cutAtMarks(text: string, stretches: readonly Stretch[], from = 0, to = text.length): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const cut = (start: number, end: number, marked: boolean): void => {
    if (start < end) pieces.push({ start, text: text.slice(start, end), marked });
  };
  let at = from;
  for (const { start, end } of stretches) {
    const [begin, stop] = [Math.max(start, at), Math.min(end, to)];
    if (begin >= stop) continue;
    const last = pieces.at(-1);
    if (last?.marked && begin === at) last.text += text.slice(begin, stop);
    else {
      cut(at, begin, false);
      cut(begin, stop, true);
    }
    at = stop;
  }
  cut(at, to, false);
  return pieces;
}
