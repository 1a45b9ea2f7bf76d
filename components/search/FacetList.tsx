import type { FacetValue } from '@/lib/search/engine';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { ChoiceList } from '@/components/shared/ChoiceList';
import { press, type FacetKind } from '@/lib/views/search/facet-kinds';

interface FacetListProps {
  kind: FacetKind;
  values: readonly FacetValue[];
  filter: SearchFilter;
  /** The counts are the least there are. */
  capped: boolean;
}

/**
 * The values of one filter as links, with counts.
 * A count is the number of found documents that have the value.
 */
export function FacetList({ kind, values, filter, capped }: FacetListProps) {
  const chosen = kind.chosen(filter);
  const choices = values.map(({ value, label, documents }) => ({
    value,
    label: kind.word?.(value) ?? label,
    count: documents,
    href: searchUrl(changeFilter(filter, press(kind, value, filter))),
    chosen: value === chosen,
  }));
  return <ChoiceList choices={choices} unit="件" capped={capped} />;
}
