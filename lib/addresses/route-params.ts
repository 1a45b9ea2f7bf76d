// Reads the parameters of a route as Next gives them: still percent-encoded.

/** Decodes a segment (`%E6%9C%AC` is 本); badly encoded text stays as it is. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Tests for the address of a municipality, a document or a section: these are ASCII. */
export const isSlug = (text: string): boolean => /^[a-z0-9.-]{1,200}$/.test(text);

/**
 * Tests for words where the address of a document is expected, such as a 文号.
 * Addresses are ASCII: benzhengfa-2022-2 is no such words.
 */
export const isTypedText = (segment: string): boolean => /\p{Script=Han}/u.test(segment);

/** Reads a whole number from 1 to 9999; null for anything else. */
export function readNumberParam(segment: string): number | null {
  return /^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : null;
}

/** Reads the page of a list from `?name=2`; 1 for anything else. */
export function readPage(value: string | string[] | undefined): number {
  return readNumberParam(typeof value === 'string' ? value : '') ?? 1;
}
