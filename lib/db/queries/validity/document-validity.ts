import 'server-only';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { calendarDay } from '@/lib/settings/today';
import { firstDayIn } from '@/lib/validity/first-day';
import { unknownValidity } from '@/lib/validity/validity';
import { viewAmended } from '@/lib/views/document/amended-view';
import { listOperations } from './amendments';
import { listValidities } from './validities';

/**
 * Reads whether a document is in force today, and what decisions do to its articles.
 * @returns null where there is no such document
 */
export async function getDocumentValidity(municipality: string, slug: string) {
  if (`${municipality}${slug}`.includes('\0')) return null;
  const document = await getDocument(municipality, slug);
  if (!document) return null;
  const today = calendarDay(new Date());
  const [validities, operations] = await Promise.all([
    listValidities([document.id], today),
    listOperations(document.id),
  ]);
  const validity = validities.get(document.id) ?? unknownValidity;
  return {
    document,
    validity,
    first: firstDayIn(validity.statements),
    amended: operations.length === 0 ? null : viewAmended(document.tree, operations, today),
  };
}
