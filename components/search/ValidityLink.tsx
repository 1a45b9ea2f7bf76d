import type { HitDocument } from '@/lib/search/engine';
import { validityUrl } from '@/lib/addresses/urls';
import { ValidityTag } from '@/components/shared/ValidityTag';

interface ValidityLinkProps {
  document: Pick<HitDocument, 'municipality' | 'slug' | 'validity'>;
  /** Says 未见废止信息 too. */
  always?: boolean;
}

/** The state of a hit, leading to the sentence that proves it on the document's page. */
export function ValidityLink({ document: { municipality, slug, validity }, always = false }: ValidityLinkProps) {
  const tag = <ValidityTag validity={{ state: validity }} always={always} />;
  return validity === 'unknown' ? tag : <a href={validityUrl(municipality.slug, slug)}>{tag}</a>;
}
