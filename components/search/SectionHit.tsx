import type { FoundSection, HitDocument, HitPlace } from '@/lib/search/engine';
import { sectionPlaceUrl, type MarkedWords } from '@/lib/addresses/urls';
import { clauseStateAt, type ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { SectionPath } from '@/components/shared/SectionPath';
import { Marked } from './Marked';

interface SectionHitProps {
  document: HitDocument;
  place: HitPlace;
  /** What was searched for: the words are marked where the link leads. */
  words: MarkedWords;
  /** What became of clauses of the document. */
  states?: ClauseStates | undefined;
  /** Where the words stand in heading and text; a place that is only named has neither. */
  found?: Pick<FoundSection, 'headingMarks' | 'snippet'>;
}

/** 二、（一）　选址, and the words around the hit. A place without a snippet is its link alone. */
export function SectionHit({ document, place, words, states, found }: SectionHitProps) {
  const state = states && clauseStateAt(states, place.address);
  return (
    <li>
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, place.address, words)}>
        <SectionPath section={place} marks={found?.headingMarks} />
      </a>
      {state && <p className="state amended">{state}</p>}
      {found?.snippet.text && (
        <p>
          {found.snippet.cutBefore && '…'}
          <Marked text={found.snippet.text} marks={found.snippet.marks} />
          {found.snippet.cutAfter && '…'}
        </p>
      )}
    </li>
  );
}
