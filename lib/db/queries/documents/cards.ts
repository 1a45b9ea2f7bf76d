import 'server-only';
import { getClient } from '@/lib/db/client';
import { sectionNameSelect } from '@/lib/db/section-columns';
import { printedName } from '@/lib/gazette';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { unknownValidity } from '@/lib/validity/validity';
import { documentLinkSelect, issueLinkSelect } from '@/lib/db/queries/selects';

/**
 * Reads what the preview card of a document, or of one of its sections, shows.
 * @returns null where it is not held
 */
export async function getCard(municipality: string, slug: string, address?: string) {
  const document = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug },
    select: {
      ...documentLinkSelect,
      issue: { select: issueLinkSelect },
      sections: { where: { address: address ?? '' }, select: sectionNameSelect },
    },
  });
  if (!document) return null;
  const { sections, ...shown } = document;
  const [section] = sections;
  if (address !== undefined && !section) return null;
  const validity = (await listValidities([document.id])).get(document.id) ?? unknownValidity;
  return { ...shown, section: section ? printedName(section) : null, validity };
}
/** What a preview card shows. */
export type Card = NonNullable<Awaited<ReturnType<typeof getCard>>>;
