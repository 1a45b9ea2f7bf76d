import 'server-only';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { endedTitle } from '@/lib/views/versions/ended-words';
import { resolvePlace, type PortalPlace } from './resolve-place';
import { getFormerVersion } from './texts';

/**
 * Reads what is told of a document that is not held any more.
 *
 * It has its last words where they may be read.
 * @returns null for any other place
 */
export async function getEnded(place: PortalPlace) {
  const answer = await resolvePlace(place);
  if (answer.kind !== 'ended') return null;
  const { document } = answer;
  const [version, municipality] = await Promise.all([
    document.end === 'withdrawn' ? null : getFormerVersion(document.id, document.version),
    findMunicipality(document.municipality),
  ]);
  return { document, tree: version?.tree ?? null, municipality };
}

/** Gives the title of its page; null where the place is another thing. */
export async function titleOfEnded(place: PortalPlace): Promise<string | null> {
  const answer = await resolvePlace(place);
  return answer.kind === 'ended' ? endedTitle(answer.document.end) : null;
}
