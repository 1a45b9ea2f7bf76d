import { readIssueSegment } from '@/lib/addresses/issue-segment';
import { formatDate, formatIssue } from '@/lib/text/format';
import type { Facets } from '@/lib/search/engine';
import { PLACE_WORDS } from '@/lib/search/words';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { CONDITION_NAMES, hasCondition, type ConditionName } from '@/lib/addresses/search-loosening';
import type { SearchFilter } from '@/lib/addresses/search-params';

/** What each condition is called. */
export const CONDITION_LABELS: Record<ConditionName, string> = {
  municipality: '城市',
  issue: '期号',
  agency: '机关',
  genre: '文种',
  years: '年份',
  place: '位置',
  validity: '时效',
  topic: '主题分类',
  subject: '主题',
};

export interface ChosenCondition {
  name: ConditionName;
  label: string;
  /** 本溪市, 2018—2022年, 表格 */
  words: string;
}

/**
 * Lists the conditions that are set, in words.
 * @param facets those of the answer: they know the names behind addresses
 */
export function listChosen(filter: SearchFilter, facets: Facets): ChosenCondition[] {
  return CONDITION_NAMES.filter((name) => hasCondition(filter, name)).map((name) => ({
    name,
    label: CONDITION_LABELS[name],
    words: wordsOf(name, filter, facets),
  }));
}

function wordsOf(name: ConditionName, filter: SearchFilter, facets: Facets): string {
  switch (name) {
    case 'years':
      return describeYears(filter);
    case 'place':
      return PLACE_WORDS[filter.place!];
    case 'validity':
      return VALIDITY_WORDS[filter.validity!];
    case 'subject':
      return filter.subject!;
    case 'issue':
      return labelOf(name, filter, facets) ?? nameIssue(filter.issue!);
    default:
      return labelOf(name, filter, facets) ?? filter[name]!;
  }
}

/** 2023年第3号 of 2023-3, 2023年第4号增刊 of 2023-4-zengkan. */
function nameIssue(value: string): string {
  const key = readIssueSegment(value.slice(5));
  return key ? formatIssue({ ...key, year: Number(value.slice(0, 4)) }) : value;
}

/** As the facets of the answer name it: 本溪市, and the issue of two numbers 2023年第7-8号. */
const labelOf = (
  name: Exclude<ConditionName, 'years' | 'subject'>,
  filter: SearchFilter,
  facets: Facets,
): string | undefined => facets[name].find(({ value }) => value === filter[name])?.label;

/** 2022年 · 2018—2022年 · 2018年起 · 2022年止 · 2022年3月8日至2022年6月28日 */
function describeYears({ from, to }: Pick<SearchFilter, 'from' | 'to'>): string {
  const first = from?.endsWith('-01-01') ? `${from.slice(0, 4)}年` : from && formatDate(from);
  const last = to?.endsWith('-12-31') ? `${to.slice(0, 4)}年` : to && formatDate(to);
  if (first === undefined) return `${last ?? ''}止`;
  if (last === undefined) return `${first}起`;
  if (first === last) return first;
  return first.endsWith('年') && last.endsWith('年') ? `${first.slice(0, 4)}—${last}` : `${first}至${last}`;
}

/**
 * Reads the year that alone is chosen, `2022`.
 * @returns undefined where it is none or a longer time
 */
export function chosenYear({ from, to }: SearchFilter): string | undefined {
  const year = from?.slice(0, 4);
  return from === `${year ?? ''}-01-01` && to === `${year ?? ''}-12-31` ? year : undefined;
}
