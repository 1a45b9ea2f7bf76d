import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { listNumberStatements, listStatements } from './statements';
import { calendarDay } from '@/lib/settings/today';
import { decideValidity } from '@/lib/validity/decide';
import type { Validity } from '@/lib/validity/validity';

/**
 * Reads the validity of documents by their ids, in one trip to the database.
 * @param today the calendar day for which it is asked, at midnight UTC
 */
export async function listValidities(
  documentIds: number[],
  today: Date = calendarDay(new Date()),
): Promise<Map<number, Validity>> {
  const statements = await listStatements(getClient(), documentIds);
  return new Map([...statements].map(([id, said]) => [id, decideValidity(said, today)]));
}

/**
 * Reads the validity of the document with a canonical number, held or not.
 *
 * Of several held documents with the number, only statements on the number count.
 */
export const getNumberValidity = cache(async (docNumber: string): Promise<Validity> => {
  const client = getClient();
  const [held, ...others] = await client.document.findMany({ where: { docNumber }, select: { id: true }, take: 2 });
  if (held && others.length === 0) return (await listValidities([held.id])).get(held.id)!;
  return (await listNumberValidities([docNumber])).get(docNumber)!;
});

/** Reads the validity of numbers that are not held, in one trip to the database. */
export async function listNumberValidities(docNumbers: string[]): Promise<Map<string, Validity>> {
  const today = calendarDay(new Date());
  const statements = await listNumberStatements(getClient(), docNumbers);
  return new Map([...statements].map(([docNumber, said]) => [docNumber, decideValidity(said, today)]));
}
