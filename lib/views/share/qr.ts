import { encode } from 'uqr';

/**
 * A QR code as an SVG path, quiet zone included.
 * The grid is `size` by `size` units.
 */
export interface Qr {
  size: number;
  path: string;
}

/**
 * Draws the QR code of a text, such as an absolute address.
 * It can be read when a seventh of it is lost.
 */
export function drawQr(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .map((row, y) =>
      runsOf(row)
        .map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return { size, path };
}

/** Neighbouring dark units of a row are one bar: a third of the bytes. */
function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = [];
  row.forEach((dark, x) => {
    if (!dark) return;
    if (row[x - 1]) runs.at(-1)!.length++;
    else runs.push({ x, length: 1 });
  });
  return runs;
}
