import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { listNumberStatements, listStatements } from './statements';
import { calendarDay } from '@/lib/settings/today';
import { decideValidity } from '@/lib/validity/decide';
import type { Validity } from '@/lib/validity/validity';

/**
 * Takes ids of documents; gives the validity of each as of today (or as of the calendar day given),
 * by one trip to the database.
 */
export async function listValidities(
  documentIds: number[],
  today: Date = calendarDay(new Date()),
): Promise<Map<number, Validity>> {
  const statements = await listStatements(getClient(), documentIds);
  return new Map([...statements].map(([id, said]) => [id, decideValidity(said, today)]));
}

/**
 * Takes a canonical number, held or not; gives the validity of the document that bears it. Of
 * several held documents with one number only what is said of the number counts: nobody knows which
 * one speaks for itself.
 */
export const getNumberValidity = cache(async (docNumber: string): Promise<Validity> => {
  const client = getClient();
  const [held, ...others] = await client.document.findMany({ where: { docNumber }, select: { id: true }, take: 2 });
  if (held && others.length === 0) return (await listValidities([held.id])).get(held.id)!;
  return (await listNumberValidities([docNumber])).get(docNumber)!;
});

/**
 * Takes canonical numbers that nobody holds; gives the validity of each, by one trip to the
 * database.
 */
export async function listNumberValidities(docNumbers: string[]): Promise<Map<string, Validity>> {
  const today = calendarDay(new Date());
  const statements = await listNumberStatements(getClient(), docNumbers);
  return new Map([...statements].map(([docNumber, said]) => [docNumber, decideValidity(said, today)]));
}
