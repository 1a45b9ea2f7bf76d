import { diffArrays } from 'diff';

/** A stretch of a difference, in the order of reading. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Edits between sentences that are looked for; texts with more share too little to be compared. */
const MOST_EDITS = 1500;
/** Characters of sentences that are compared by words, and edits between these. */
const LONGEST_SENTENCES = 1000;
const MOST_WORD_EDITS = 200;

/** Sentences and clauses with the mark that ends them. */
const SENTENCES = /[^。！？；\n]*[。！？；\n]+[”’》）]*|[^。！？；\n]+/gu;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Gives the difference of two texts: by sentences, and inside sentences that were changed by words.
 *
 * Joined, the stretches that are not `added` are the former text, and those that are not `removed`
 * are the next one. Bounded: of texts that share nothing the one is removed and the other added.
 */
export function differenceOf(former: string, next: string): Stretch[] {
  if (former === next) return former === '' ? [] : [{ kind: 'same', text: former }];
  const changes = diffArrays(former.match(SENTENCES) ?? [], next.match(SENTENCES) ?? [], { maxEditLength: MOST_EDITS });
  if (!changes)
    return join([
      { kind: 'removed', text: former },
      { kind: 'added', text: next },
    ]);
  const stretches: Stretch[] = [];
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]!;
    const behind = changes[at + 1];
    const text = change.value.join('');
    if (behind && ((change.removed && behind.added) || (change.added && behind.removed))) {
      const other = behind.value.join('');
      stretches.push(...byWords(change.removed ? text : other, change.removed ? other : text));
      at++;
    } else stretches.push({ kind: change.removed ? 'removed' : change.added ? 'added' : 'same', text });
  }
  return join(stretches);
}

function byWords(former: string, next: string): Stretch[] {
  const whole: Stretch[] = [
    { kind: 'removed', text: former },
    { kind: 'added', text: next },
  ];
  if (former.length + next.length > LONGEST_SENTENCES) return whole;
  const [one, other] = [former, next].map((text) => [...words.segment(text)].map(({ segment }) => segment));
  const changes = diffArrays(one!, other!, { maxEditLength: MOST_WORD_EDITS });
  if (!changes) return whole;
  const same = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.join('').length, 0);
  // Words that are scattered over a sentence that is another one tell nothing.
  if (same * 3 < Math.min(former.length, next.length)) return whole;
  return changes.map(({ added, removed, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }));
}

/** Joins neighbours of one kind, and puts what was removed before what was added in its place. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.text === '') continue;
    const last = joined.at(-1);
    if (last?.kind === stretch.kind) joined[joined.length - 1] = { ...last, text: last.text + stretch.text };
    else joined.push(stretch);
  }
  return joined;
}
