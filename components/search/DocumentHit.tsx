import { ListedTitle } from '@/components/shared/ListedTitle';
import type { FoundDocument } from '@/lib/search/engine';
import { documentSearchUrl, documentUrl, type MarkedWords } from '@/lib/addresses/urls';
import type { ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { HitFacts } from './HitFacts';
import { SectionHit } from './SectionHit';

interface DocumentHitProps {
  hit: FoundDocument;
  /** What was searched for: the words are marked where the links lead. */
  words: MarkedWords;
  /** What a hit is called: 节, 次引用. */
  unit: string;
  /** What became of its clauses. */
  states?: ClauseStates | undefined;
}

/** A document that was found: title, facts, its best sections, and the further ones folded away. */
export function DocumentHit({ hit, words, unit, states }: DocumentHitProps) {
  const { document, sections, titleMarks } = hit;
  return (
    <li className="hit">
      <h2>
        <a href={documentUrl(document.municipality.slug, document.slug)}>
          <ListedTitle title={document.title} marks={titleMarks} />
        </a>
      </h2>
      <HitFacts document={document} />
      {sections.length > 0 && (
        <ul className="places">
          {sections.map((section) => (
            <SectionHit
              key={section.address}
              document={document}
              place={section}
              words={words}
              states={states}
              found={section}
            />
          ))}
        </ul>
      )}
      <Further hit={hit} words={words} unit={unit} states={states} />
    </li>
  );
}

/** 另有 8 节: their names, and a link to all of them inside the document where that is not all. */
function Further({ hit: { document, sections, more, sectionCount }, words, unit, states }: DocumentHitProps) {
  const rest = sectionCount - sections.length;
  if (rest <= 0) return null;
  const all = (
    <a className="all" href={documentSearchUrl(document.municipality.slug, document.slug, words)}>
      在文件中看全部 {sectionCount} {unit}
    </a>
  );
  if (more.length === 0) return <p className="further">{all}</p>;
  return (
    <details className="further">
      <summary>
        本文件中另有 {rest} {unit}
      </summary>
      <ul className="places">
        {more.map((place) => (
          <SectionHit key={place.address} document={document} place={place} words={words} states={states} />
        ))}
      </ul>
      {rest > more.length && all}
    </details>
  );
}
