/**
 * Sets a title in lines of even length that end by sense. Takes pieces that may not be broken (a
 * piece longer than a line is left to break anywhere) and the characters of a line; gives as few
 * lines as will do, as alike as they can be.
 */
export function setTitle(pieces: readonly string[], width: number): string[] {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const wanted = total / Math.ceil(total / width || 1);
  // best[n]: the cheapest way to set the first n pieces.
  const best: { cost: number; lines: string[] }[] = [{ cost: 0, lines: [] }];
  for (let end = 1; end <= pieces.length; end++) {
    let line = '';
    for (let start = end - 1; start >= 0; start--) {
      line = pieces[start]! + line;
      const tooLong = line.length > width && start < end - 1;
      const cost = best[start]!.cost + (line.length - wanted) ** 2 + (tooLong ? width ** 4 : 0);
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, lines: [...best[start]!.lines, line] };
    }
  }
  return best[pieces.length]!.lines;
}
