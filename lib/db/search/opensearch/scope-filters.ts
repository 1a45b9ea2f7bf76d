import { PLACES } from '@/lib/search/engine';
import { alternativesOf } from '@/lib/search/query';
import { calendarDay } from '@/lib/settings/today';
import { VALIDITY_STATES, type ValidityState } from '@/lib/validity/validity';
import type { AskedScope, Scope } from '@/lib/db/search/planner/conditions';
import { periodOf } from '@/lib/db/search/planner/periods';
import { hasAllOf, type IndexQuery } from './matching';

/** The conditions of a search, as queries. */
export interface ScopeFilters {
  filter: IndexQuery[];
  mustNot: IndexQuery[];
}

const is = (field: string, value: string | number): IndexQuery => ({ term: { [field]: { value } } });

/** Makes the queries for the conditions of a search; the same as its statements have. */
export function scopeFilters({ asked, from, to }: Scope): ScopeFilters {
  const { conditions, query } = asked;
  const { first, last } = periodOf(from, to);
  const isWithin = {
    ...(Number.isFinite(first) && { gte: first }),
    ...(Number.isFinite(last) && { lte: last }),
  };
  const { filter = [], mustNot = [] } = conditions.validity === undefined ? {} : inState(conditions.validity);
  return {
    filter: [
      ...idFilters(asked),
      ...(Object.keys(isWithin).length > 0 ? [{ range: { day: isWithin } }] : []),
      ...(conditions.agency === undefined ? [] : [is('agency', conditions.agency)]),
      ...(conditions.genre === undefined ? [] : [is('genre', conditions.genre)]),
      ...(conditions.topic === undefined ? [] : [is('topics', conditions.topic)]),
      ...(conditions.subject === undefined ? [] : [is('subjects', conditions.subject)]),
      ...(conditions.place === undefined ? [] : [is('place', PLACES.indexOf(conditions.place))]),
      ...hasAllOf('title', query.title.map(alternativesOf)),
      ...hasAllOf('agencyWords', query.agency.map(alternativesOf)),
      ...numberFilters(query.docNumber),
      ...filter,
    ],
    mustNot,
  };
}

const idFilters = ({ municipalityId, issueId, among }: AskedScope): IndexQuery[] => [
  ...(municipalityId === null ? [] : [is('municipality', String(municipalityId))]),
  ...(issueId === null ? [] : [is('issue', String(issueId))]),
  ...(among === null ? [] : [{ terms: { document: among } }]),
];

/** 文号: a whole number, or those parts of it that were typed. */
function numberFilters(docNumber: AskedScope['query']['docNumber']): IndexQuery[] {
  if (!docNumber) return [];
  const { canonical, agencyCode, year, serial } = docNumber;
  if (canonical) return [is('docNumber', canonical)];
  return [
    ...(agencyCode === undefined ? [] : [is('agencyCode', agencyCode)]),
    ...(year === undefined ? [] : [is('year', year)]),
    ...(serial === undefined ? [] : [is('serial', serial)]),
  ];
}

/** The state today in China: some period of it includes the day; none of any is unknown. */
function inState(state: ValidityState): Partial<ScopeFilters> {
  const today = calendarDay(new Date()).getTime() / 86_400_000;
  const includesToday = (each: ValidityState): IndexQuery => is(`validity.${each}`, today);
  return state === 'unknown'
    ? { mustNot: VALIDITY_STATES.filter((each) => each !== 'unknown').map(includesToday) }
    : { filter: [includesToday(state)] };
}
