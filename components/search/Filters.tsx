import type { ReactNode } from 'react';
import type { SearchAnswer } from '@/lib/search/engine';
import { hasCondition, type ConditionName } from '@/lib/addresses/search-loosening';
import { isLimited, type SearchFilter } from '@/lib/addresses/search-params';
import { CONDITION_LABELS } from '@/lib/views/search/conditions';
import { FACET_KINDS } from '@/lib/views/search/facet-kinds';
import { FacetList } from './FacetList';
import { YearRange } from './YearRange';

interface FiltersProps {
  filter: SearchFilter;
  answer: SearchAnswer;
}

/**
 * Where to look: lists of links with counts. One closed line on a phone, a column beside the
 * results on a wide screen.
 */
export function Filters({ filter, answer: { facets, total } }: FiltersProps) {
  const kinds = FACET_KINDS.filter((kind) => {
    const values = facets[kind.facet];
    // One value that all of them have offers no choice.
    const offersChoice = values.length > 1 || values.some(({ documents }) => documents < total.documents);
    return kind.name === 'years' || hasCondition(filter, kind.name) ? values.length > 0 : offersChoice;
  });
  const years = kinds.find(({ name }) => name === 'years');
  if (!years && !isLimited(filter)) return null;
  return (
    <nav className="filters" aria-label="筛选">
      <details>
        <summary>筛选</summary>
        <Group name="years">
          {years && <FacetList kind={years} values={facets.year} filter={filter} capped={total.capped} />}
          <YearRange filter={filter} />
        </Group>
        {kinds
          .filter(({ name }) => name !== 'years')
          .map((kind) => (
            <Group key={kind.facet} name={kind.name}>
              <FacetList kind={kind} values={facets[kind.facet]} filter={filter} capped={total.capped} />
            </Group>
          ))}
      </details>
    </nav>
  );
}

/**
 * One filter under its name. No heading: the filters stand before the first heading of the page.
 */
function Group({ name, children }: { name: ConditionName; children: ReactNode }) {
  const id = `filter-${name}`;
  return (
    <div role="group" aria-labelledby={id}>
      <p className="group" id={id}>
        {CONDITION_LABELS[name]}
      </p>
      {children}
    </div>
  );
}
