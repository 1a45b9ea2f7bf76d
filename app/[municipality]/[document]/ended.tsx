import { EndedDocument } from '@/components/versions/Ended';
import { resolvePlace, type PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { getFormerVersion } from '@/lib/db/queries/ledger/texts';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { endedTitle } from '@/lib/views/versions/ended-words';

/** Shows what the ledger tells of a document that is not held any more; null where it was never. */
export async function showEnded(place: PortalPlace) {
  const answer = await resolvePlace(place);
  if (answer.kind !== 'ended') return null;
  const { document } = answer;
  const [version, municipality] = await Promise.all([
    document.end === 'withdrawn' ? null : getFormerVersion(document.id, document.version),
    findMunicipality(document.municipality),
  ]);
  return <EndedDocument document={document} tree={version?.tree ?? null} municipality={municipality} />;
}

/** The title of that page; null where the place is another thing. */
export async function titleOfEnded(place: PortalPlace): Promise<string | null> {
  const answer = await resolvePlace(place);
  return answer.kind === 'ended' ? endedTitle(answer.document.end) : null;
}
