import type { Facets, Place } from '@/lib/search/engine';
import type { ValidityState } from '@/lib/validity/validity';
import { PLACE_WORDS } from '@/lib/search/words';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { takeOff, type ConditionName } from '@/lib/addresses/search-loosening';
import type { FilterChange, SearchFilter } from '@/lib/addresses/search-params';
import { chosenYear } from './conditions';

/** A filter as the page lists it. */
export interface FacetKind {
  facet: keyof Facets;
  /** The condition that a chosen value sets. */
  name: ConditionName;
  chosen: (filter: SearchFilter) => string | undefined;
  choose: (value: string) => FilterChange;
  /** Words for a value whose label is the value itself. */
  word?: (value: string) => string;
}

const simple = (name: Exclude<ConditionName, 'years' | 'subject'>): FacetKind => ({
  facet: name,
  name,
  chosen: (filter) => filter[name],
  choose: (value) => ({ [name]: value }),
});

/** In the order of the page. */
export const FACET_KINDS: readonly FacetKind[] = [
  {
    facet: 'year',
    name: 'years',
    chosen: chosenYear,
    choose: (year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
    word: (year) => `${year}年`,
  },
  simple('municipality'),
  simple('issue'),
  simple('agency'),
  simple('genre'),
  simple('topic'),
  { ...simple('place'), word: (place) => PLACE_WORDS[place as Place] },
  { ...simple('validity'), word: (validity) => VALIDITY_WORDS[validity as ValidityState] },
];

/**
 * The change of the filter when a value is pressed: chosen, or taken off where it is chosen
 * already.
 */
export const press = (kind: FacetKind, value: string, filter: SearchFilter): FilterChange =>
  kind.chosen(filter) === value ? takeOff(kind.name) : kind.choose(value);
