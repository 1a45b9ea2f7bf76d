import { isSharedKey, SHARED_KEY_LENGTH } from '@/lib/versions';
import { isSlug, readNumberParam } from './route-params';

/** What a shared link says of the words that it meant: `?k=a-9.x7f3q2`. */
export interface SharedKey {
  /** Address inside the document; `document` for all of it. */
  address: string;
  /** The first characters of the key of its words. */
  key: string;
}

/** The address of a whole document in a key, as in the names of files. No section has it. */
export const WHOLE_DOCUMENT = 'document';

/** Prints the value of `?k=`: `a-9.x7f3q2`. */
export const printSharedKey = (address: string, wordsKey: string): string =>
  `${address}.${wordsKey.slice(0, SHARED_KEY_LENGTH)}`;

/** Reads `?k=`; null for anything that no link of the portal has, which is ignored. */
export function readSharedKey(value: string | readonly string[] | null | undefined): SharedKey | null {
  if (typeof value !== 'string') return null;
  const at = value.lastIndexOf('.');
  const [address, key] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
  return isSlug(address) && isSharedKey(key) ? { address, key } : null;
}

/** Reads `?v=`, the number of a version; null for anything else, which is ignored. */
export const readVersionParam = (value: string | readonly string[] | null | undefined): number | null =>
  typeof value === 'string' ? readNumberParam(value) : null;

/**
 * Reads `?on=`, the day for which a text is asked, as midnight UTC.
 * @returns null where none is asked for, 'bad' for what is no day
 */
export function readDayParam(value: string | readonly string[] | null | undefined): Date | 'bad' | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'bad';
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? day : 'bad';
}

/** Reads `1..3`, two versions that are compared; null for anything else. */
export function readVersionPair(value: string): { from: number; to: number } | null {
  const [from, to, ...rest] = value.split('..').map(readNumberParam);
  return from && to && from < to && rest.length === 0 ? { from, to } : null;
}
