import { getClient } from '@/lib/db/client';
import { SUBJECTS } from '@/lib/subjects/subjects';

/**
 * Lists the subjects of held documents, in the order of the table.
 * @param municipality its address; without it of all
 */
export async function listSubjects(municipality?: string): Promise<string[]> {
  const names = SUBJECTS.map(({ name }) => name);
  const rows = await getClient().$queryRaw<{ name: string }[]>`
    SELECT subject.name FROM unnest(${names}::text[]) WITH ORDINALITY AS subject(name, position)
    WHERE EXISTS (
      SELECT FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      WHERE document."subjects" ?| ARRAY[subject.name] AND municipality."slug" = coalesce(${municipality ?? null}, municipality."slug")
    ) ORDER BY subject.position`;
  return rows.map(({ name }) => name);
}
