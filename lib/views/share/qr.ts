import { encodeQr } from '@/lib/text/qr';

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
 * @returns null for a text that is too long to be scanned
 */
export function drawQr(text: string): Qr | null {
  const units = encodeQr(text);
  if (!units) return null;
  const path = units
    .map((row, y) =>
      runsOf(row)
        .map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return { size: units.length, path };
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
