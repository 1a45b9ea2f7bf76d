import type { FoundSection, HitDocument, HitPlace } from '@/lib/search/engine';
import { sectionPlaceUrl } from '@/lib/urls';
import { SectionPath } from '@/components/document/SectionPath';
import { Marked } from './Marked';

interface SectionHitProps {
  document: HitDocument;
  place: HitPlace;
  /** What was searched for: the words are marked where the link leads. */
  q: string;
  snippet?: FoundSection['snippet'];
}

/** 二、（一）　选址, and the words around the hit. A place without a snippet is its link alone. */
export function SectionHit({ document, place, q, snippet }: SectionHitProps) {
  return (
    <li>
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, place.address, q)}>
        <SectionPath path={place.path} heading={place.heading} partKind={place.partKind} />
      </a>
      {snippet?.text && (
        <p>
          {snippet.cutBefore && '…'}
          <Marked text={snippet.text} marks={snippet.marks} />
          {snippet.cutAfter && '…'}
        </p>
      )}
    </li>
  );
}
