import { encode } from 'uqr';

/**
 * Bytes of the longest text that is drawn: version 25 of the standard, whose units a phone still
 * tells apart in the 22 mm of a printed page.
 */
const LONGEST = 997;

/**
 * Encodes a text, such as an absolute address, as a QR code.
 *
 * It can be read when a seventh of it is lost.
 * @returns rows of units, quiet zone included, true is dark; null for a text that is too long to be
 * scanned
 */
export function encodeQr(text: string): boolean[][] | null {
  if (new TextEncoder().encode(text).length > LONGEST) return null;
  return encode(text, { ecc: 'M', border: 2 }).data;
}
