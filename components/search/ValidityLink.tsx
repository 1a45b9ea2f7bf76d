import type { HitDocument } from '@/lib/search/engine';
import { validityUrl } from '@/lib/addresses/urls';
import { ValidityTag } from '@/components/shared/ValidityTag';

interface ValidityLinkProps {
  document: Pick<HitDocument, 'municipality' | 'slug' | 'validity'>;
}

/**
 * The validity of a hit, as a link to the sentence that proves it.
 * The sentence stands on the document's page. Nothing where nothing is known: in a list the unknown
 * would be as loud as the known.
 */
export function ValidityLink({ document: { municipality, slug, validity } }: ValidityLinkProps) {
  if (validity === 'unknown') return null;
  return (
    <a href={validityUrl(municipality.slug, slug)}>
      <ValidityTag validity={{ state: validity }} />
    </a>
  );
}
