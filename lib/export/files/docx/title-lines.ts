/**
 * Sets a title in lines of even length that end by sense.
 * @param pieces may not be broken; one that is longer than a line may break anywhere
 * @param width characters of a line
 * @returns as few lines as possible, as alike as possible
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
