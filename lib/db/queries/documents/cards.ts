import 'server-only';
import { getClient } from '@/lib/db/client';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { unknownValidity } from '@/lib/validity/validity';
import { documentLinkSelect, issueLinkSelect } from '@/lib/db/queries/selects';

/**
 * Reads what the preview card of a document shows.
 * @returns null where it is not held
 */
export async function getCard(municipality: string, slug: string) {
  const document = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug },
    select: {
      ...documentLinkSelect,
      issue: { select: issueLinkSelect },
    },
  });
  if (!document) return null;
  const validity = (await listValidities([document.id])).get(document.id) ?? unknownValidity;
  return { ...document, validity };
}
/** What a preview card shows. */
export type Card = NonNullable<Awaited<ReturnType<typeof getCard>>>;
