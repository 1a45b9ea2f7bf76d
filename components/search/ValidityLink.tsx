import type { HitDocument } from '@/lib/search/engine';
import { validityUrl } from '@/lib/addresses/urls';
import { ValidityTag } from '@/components/shared/ValidityTag';

interface ValidityLinkProps {
  document: Pick<HitDocument, 'municipality' | 'slug' | 'validity'>;
  /** Says 未见废止信息 too. */
  always?: boolean;
}

/**
 * The validity of a hit, as a link to the sentence that proves it.
 * The sentence stands on the document's page.
 */
export function ValidityLink({ document: { municipality, slug, validity }, always = false }: ValidityLinkProps) {
  const tag = <ValidityTag validity={{ state: validity }} always={always} />;
  return validity === 'unknown' ? tag : <a href={validityUrl(municipality.slug, slug)}>{tag}</a>;
}
