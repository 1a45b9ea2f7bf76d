import { readDocNumber } from '@/lib/gazette';

// Reads what Next gives for the variable parts of an address, which is still percent-encoded.

/** `%E6%9C%AC` → 本; text that is not well encoded stays as it is. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Whether a text may be the address of a municipality, a document or a section: these are ASCII. */
export const isSlug = (text: string): boolean => /^[a-z0-9.-]{1,200}$/.test(text);

/**
 * True for a 文号 in any spelling in the place of a document's address. Addresses are ASCII:
 * benzhengfa-2022-2 is none.
 */
export const isRawNumber = (segment: string): boolean =>
  /\p{Script=Han}/u.test(segment) && readDocNumber(segment) !== null;

/** A whole number from 1 to 9999, else null. */
export function readNumberParam(segment: string): number | null {
  return /^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : null;
}

/** The page of a list that `?name=2` asks for; 1 for anything else. */
export function readPage(value: string | string[] | undefined): number {
  return readNumberParam(typeof value === 'string' ? value : '') ?? 1;
}
