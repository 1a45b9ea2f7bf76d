import 'server-only';
import { cache } from 'react';
import { changeFilter, searchRequest, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { engine } from '@/lib/db/search';
import { answerSearch, findApart } from '@/lib/db/search/results/answer';
import type { Alternative, FoundDocument, SearchAnswer } from '@/lib/search/engine';
import { isSearchTimeout } from '@/lib/search/errors';
import type { Understanding } from '@/lib/references/understanding';
import { contentWords, isMarked, withoutQuestion } from '@/lib/references/simpler-words';
import { listNamedMunicipalities, shortName } from './context';

/** Milliseconds after which no other way to take the words is begun. */
const PATIENCE = 2500;

const alternativesOfRequest = cache(() => new Map<string, Promise<Alternative[]>>());

/** Finds other spellings for a search, once in an answer. */
export function findSpellings(filter: SearchFilter): Promise<Alternative[]> {
  const known = alternativesOfRequest();
  const key = searchUrl(filter);
  const found = known.get(key) ?? engine.findAlternatives(searchRequest(filter));
  known.set(key, found);
  return found;
}

/** An answer, the search that it answers, and how that came from what was typed. */
export interface UnderstoodAnswer {
  answer: SearchAnswer;
  filter: SearchFilter;
  understood: Understanding | null;
  /**
   * Further documents that have all the words, but not together: a rule about 社区食堂 does not repeat
   * its subject in the article that says 补助. Only where few have them together.
   */
  apart: readonly FoundDocument[];
}

/** What was found for words that are taken as meant. */
type Taken = Omit<UnderstoodAnswer, 'apart'>;

/** Documents with all the words together, up to which others are looked for. */
const FEW = 3;
const APART_LIMIT = 5;

/**
 * Searches; words that find nothing are taken as a person means them.
 *
 * 示例市低保标准 is 低保标准 in 示例市; question words fall away; words that nothing has together are parted
 * at word boundaries. What is quoted or has fields is taken as it stands.
 */
export async function searchAsMeant(filter: SearchFilter): Promise<UnderstoodAnswer> {
  const asTyped = await searchAsTyped(filter);
  if (!isNothing(asTyped.answer) || filter.q === '' || filter.page > 1 || isMarked(filter.q)) return asTyped;
  const meant = await understand(filter);
  return meant ? { ...meant, apart: await listApart(meant) } : asTyped;
}

async function listApart({ answer, filter }: Taken): Promise<FoundDocument[]> {
  if (answer.by !== 'words' || answer.number || answer.total.documents > FEW) return [];
  const nameOf = ({ document: { municipality, slug } }: FoundDocument) => `${municipality.slug}/${slug}`;
  const known = new Set(answer.documents.map(nameOf));
  try {
    const found = await findApart(searchRequest(filter));
    return found.filter((each) => !known.has(nameOf(each))).slice(0, APART_LIMIT);
  } catch (error) {
    if (isSearchTimeout(error)) return [];
    throw error;
  }
}

/** Searches for words as they stand. */
export async function searchAsTyped(filter: SearchFilter): Promise<UnderstoodAnswer> {
  return { answer: await engine.search(searchRequest(filter)), filter, understood: null, apart: [] };
}

const isNothing = ({ documents, number, timedOut }: SearchAnswer): boolean =>
  !timedOut && documents.length === 0 && number === null;

async function understand(typed: SearchFilter): Promise<Taken | null> {
  const until = performance.now() + PATIENCE;
  const placed = await takePlace(typed);
  const kinds = placed === typed ? [] : (['place'] as const);
  if (placed !== typed) {
    const answer = await answerSearch(searchRequest(placed));
    if (!isNothing(answer)) return { answer, filter: placed, understood: { kinds, left: [] } };
  }
  const respelt = await trySpelling(placed, kinds);
  if (respelt) return respelt;
  const asked = withoutQuestion(placed.q);
  if (asked !== placed.q && asked !== '' && !/\s/u.test(asked)) {
    // One other character is another thing in a question: 公共单车 is no 公共汽车.
    const found = await trySpelling(changeFilter(placed, { q: asked }), kinds, 'sound');
    if (found) return found;
  }
  const words = contentWords(asked);
  const tried = new Set([typed.q, placed.q]);
  for (const q of [asked, words.join(' ')]) {
    if (performance.now() > until) return null;
    if (q === '' || tried.has(q)) continue;
    tried.add(q);
    const found = await tryWords(placed, q);
    if (found?.answer.by === 'words') return { ...found, understood: { kinds: [...kinds, 'words'], left: [] } };
  }
  // Words that the reader has parted are all wanted; the page offers what can be left out.
  if (/\s/u.test(typed.q.trim())) return null;
  // 校外托管机构 and 条件: the pieces as they were typed, before their words.
  const pieces = asked.split(' ').filter((piece) => [...piece].length > 3);
  if (pieces.length > 0 && pieces.length < words.length) {
    const found = await tryFewer(placed, { words: pieces, all: words, kinds, isQuestion: false, until });
    if (found?.answer.by === 'words') return found;
  }
  return tryFewer(placed, { words, all: words, kinds, isQuestion: asked !== placed.q, until });
}

async function trySpelling(
  filter: SearchFilter,
  kinds: Understanding['kinds'],
  only?: Alternative['kind'],
): Promise<Taken | null> {
  const alternative = (await findSpellings(filter)).find(({ kind }) => only === undefined || kind === only);
  if (!alternative) return null;
  const changed = changeFilter(filter, { q: alternative.q });
  const answer = await answerSearch(searchRequest(changed));
  return isNothing(answer)
    ? null
    : { answer, filter: changed, understood: { kinds: [...kinds, 'spelling'], left: [] } };
}

async function tryWords(
  filter: SearchFilter,
  q: string,
): Promise<{ answer: SearchAnswer; filter: SearchFilter } | null> {
  const changed = changeFilter(filter, { q });
  const answer = await answerSearch(searchRequest(changed));
  return isNothing(answer) || answer.documents.length === 0 ? null : { answer, filter: changed };
}

interface FewerWords {
  /** Of which some are searched for. */
  words: readonly string[];
  /** All words of the text: what of them is left out is told. */
  all: readonly string[];
  kinds: Understanding['kinds'];
  isQuestion: boolean;
  /** When the reader has waited long enough; of `performance.now()`. */
  until: number;
}

/** Leaves out words that nothing has, then one of those left, then all but the rarest. */
async function tryFewer(
  filter: SearchFilter,
  { words, all, kinds, isQuestion, until }: FewerWords,
): Promise<Taken | null> {
  if (words.length === 0 || performance.now() > until) return null;
  const counted = await Promise.all(
    words.map(async (word) => {
      const { total } = await answerSearch(searchRequest(changeFilter(filter, { q: word })));
      return { word, documents: total.documents };
    }),
  );
  const known = counted.filter(({ documents }) => documents > 0);
  const mended = await mendSpelling(filter, counted, until);
  if (mended) return tryFewer(filter, { words: mended, all: mended, kinds: [...kinds, 'spelling'], isQuestion, until });
  const byRarity = [...known].sort((one, other) => one.documents - other.documents);
  const sets = [
    known.map(({ word }) => word),
    // The most frequent word says least.
    ...[...byRarity].reverse().map((left) => known.filter((one) => one !== left).map(({ word }) => word)),
    byRarity.slice(0, 2).map(({ word }) => word),
    byRarity.slice(0, 1).map(({ word }) => word),
  ].filter((set) => set.length > 1 || (set[0] !== undefined && (isQuestion || saysMost(set[0], all))));
  // Words that stand together say more than all of them, scattered over a long document.
  let scattered: Taken | null = null;
  for (const set of sets) {
    if (performance.now() > until) break;
    const found = await tryWords(filter, set.join(' '));
    if (!found) continue;
    const understood = {
      kinds: [...kinds, 'words' as const],
      left: all.filter((word) => !set.some((each) => each.includes(word))),
    };
    if (found.answer.by === 'words') return { ...found, understood };
    scattered ??= { ...found, understood };
  }
  return scattered;
}

/**
 * Mends a word that nothing has together with one beside it: 社区 and 食糖 are 社区食堂.
 *
 * @returns the words with the two as one; null where nothing is near
 */
async function mendSpelling(
  filter: SearchFilter,
  counted: readonly { word: string; documents: number }[],
  until: number,
): Promise<string[] | null> {
  const at = counted.findIndex(({ documents }) => documents === 0);
  const words = counted.map(({ word }) => word);
  for (const first of at < 0 ? [] : [at - 1, at]) {
    const pair = words.slice(Math.max(0, first), first + 2);
    const joined = pair.join('');
    // Only what was typed so, and is long enough to be one word with a wrong character.
    if (first < 0 || pair.length < 2 || !filter.q.includes(joined) || [...joined].length < PAIR) continue;
    if (performance.now() > until) return null;
    const spellings = await findSpellings(changeFilter(filter, { q: joined }));
    const alternative = spellings.find(({ kind }) => kind === 'sound');
    if (alternative) return [...words.slice(0, first), alternative.q, ...words.slice(first + 2)];
  }
  return null;
}

/** Characters of two words, one of them misspelt. */
const PAIR = 4;

/** One word alone stands for a text where it is most of it: 口袋公园, not 年龄 of 退休年龄. */
const saysMost = (word: string, all: readonly string[]): boolean =>
  [...word].length > 2 || 2 * [...word].length > [...all.join('')].length;

/** 示例市低保标准, 示例低保标准, 低保标准 示例市: the filter 示例市, and 低保标准. */
async function takePlace(filter: SearchFilter): Promise<SearchFilter> {
  if (filter.municipality !== undefined) return filter;
  for (const { slug, name } of await listNamedMunicipalities())
    for (const place of new Set([name, shortName(name)])) {
      const at = filter.q.indexOf(place);
      const [before, rest] = [filter.q.slice(0, at), filter.q.slice(at + place.length)];
      if (at < 0 || !/(?:^|\s)$/u.test(before) || /^(?:人民)?政府/u.test(rest)) continue;
      const q = `${before}${rest}`.replace(/\s+/gu, ' ').trim().replace(/^的/u, '');
      if ([...q].length >= 2) return changeFilter(filter, { q, municipality: slug });
    }
  return filter;
}
