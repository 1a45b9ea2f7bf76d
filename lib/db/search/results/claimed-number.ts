import { hasNumberShape, readDocNumber, type TypedNumber } from '@/lib/gazette';
import type { NumberMatches } from '@/lib/search/engine';
import type { SearchQuery } from '@/lib/search/query';
import { simplifyAll } from '@/lib/search/text/traditional';
import { query } from '@/lib/db/search/sql/pool';
import { findNumber } from './numbers';

const KNOWN_CODE = `SELECT
  EXISTS (SELECT FROM "Document" WHERE "agencyCode" = $1) AS held,
  EXISTS (SELECT FROM "CitedNumber" WHERE "agencyCode" = $1) AS cited`;

/**
 * Finds held documents by a typed number, where the text is one.
 * @returns null where it is words: nothing bears it, and neither its shape nor its code says number
 */
export async function findClaimedNumber({ q, number }: SearchQuery): Promise<NumberMatches | null> {
  if (!number) return null;
  const text = simplifyAll(q);
  if (hasNumberShape(text, number)) return findNumber(number);
  return (await isKnownCode(number)) ? findNumber(number) : null;
}

/** Tests whether a text is a number: by its shape, or because its code is held or cited here. */
export async function isClaimedNumber(spelling: string): Promise<boolean> {
  const typed = readDocNumber(spelling);
  return typed !== null && (hasNumberShape(spelling, typed) || (await isKnownCode(typed)));
}

/** A code that is only cited may be a misread word, which a whole number alone can use. */
async function isKnownCode({ agencyCode, canonical }: TypedNumber): Promise<boolean> {
  if (agencyCode === undefined) return false;
  const [known] = await query<{ held: boolean; cited: boolean }>('known-code', KNOWN_CODE, [agencyCode]);
  return known !== undefined && (known.held || (known.cited && canonical !== undefined));
}
