import { splitWords } from '@/lib/search/text/split-words';
import { changeFilter, isLimited, type FilterChange, type SearchFilter } from './search-params';

/** Conditions that a reader can remove; the two ends of the years go together. */
export const CONDITION_NAMES = [
  'municipality',
  'issue',
  'agency',
  'genre',
  'years',
  'place',
  'validity',
  'topic',
  'subject',
] as const;

/** A condition that a reader can remove. */
export type ConditionName = (typeof CONDITION_NAMES)[number];

/**
 * A search that asks for less. `dropped` is what it leaves out: every condition, one of them, one
 * term, or the order of words that were typed without blanks.
 */
export interface LooserSearch {
  dropped:
    { kind: 'all' } | { kind: 'condition'; name: ConditionName } | { kind: 'term'; term: string } | { kind: 'order' };
  filter: SearchFilter;
}

/** Gives the change of a filter that removes a condition. */
export const takeOff = (name: ConditionName): FilterChange =>
  name === 'years' ? { from: undefined, to: undefined } : { [name]: undefined };

/** Tests whether the filter has the condition. */
export const hasCondition = (filter: SearchFilter, name: ConditionName): boolean =>
  name === 'years' ? filter.from !== undefined || filter.to !== undefined : filter[name] !== undefined;

/**
 * Lists the searches that ask for one thing less, conditions first. Empty where nothing can be left
 * out.
 */
export function listLooserSearches(filter: SearchFilter): LooserSearch[] {
  const conditions = CONDITION_NAMES.filter((name) => hasCondition(filter, name));
  // Without words the last condition is all there is.
  const droppable = filter.q === '' && conditions.length < 2 ? [] : conditions;
  const terms = splitTerms(filter.q);
  const split = terms.map(splitTerm).join(' ');
  return [
    ...(split === terms.join(' ')
      ? []
      : [{ dropped: { kind: 'order' } as const, filter: changeFilter(filter, { q: split }) }]),
    ...(conditions.length > 1 && filter.q !== ''
      ? [{ dropped: { kind: 'all' } as const, filter: { q: filter.q, sort: filter.sort, page: 1 } }]
      : []),
    ...droppable.map((name) => ({
      dropped: { kind: 'condition', name } as const,
      filter: changeFilter(filter, takeOff(name)),
    })),
    ...(terms.length > 1 || (terms.length === 1 && isLimited(filter))
      ? terms.map((term, index) => ({
          dropped: { kind: 'term', term } as const,
          filter: changeFilter(filter, { q: terms.filter((_, other) => other !== index).join(' ') }),
        }))
      : []),
  ];
}

const quotes = '"“”„‟＂«»『』「」‘’';
// 标题:"养老 服务" · “养老 服务” · 标题: 养老 · 养老: as they were typed, fields and signs included.
const TERM = new RegExp(
  `(?:[^\\s${quotes}]*[:：]\\s*|[-－−])?[${quotes}][^${quotes}]*[${quotes}]?|[^\\s${quotes}]+[:：]\\s+[^\\s${quotes}]+|[^\\s${quotes}]+`,
  'gu',
);

/** 养老床位补贴怎么申请 → 养老 床位 补贴 申请; quoted words, fields and excluded ones stay. */
function splitTerm(term: string): string {
  if (!/^\p{Script=Han}{4,}[?？]?$/u.test(term)) return term;
  const words = splitWords(term);
  return words.length === 0 ? term : words.join(' ');
}

/** Splits typed text into its terms, each as it was typed; what OR joins is one. */
function splitTerms(q: string): string[] {
  const terms: string[] = [];
  let joins = false;
  for (const term of q.match(TERM) ?? []) {
    const isJoint = term === 'OR' || /^[|｜]/u.test(term);
    const before = joins || isJoint ? terms.pop() : undefined;
    terms.push(before === undefined ? term : `${before} ${term}`);
    joins = term === 'OR' || /[|｜]$/u.test(term);
  }
  return terms;
}
