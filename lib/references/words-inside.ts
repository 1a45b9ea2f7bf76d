import { listSectionLeaves, printedName } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { findRespellings, type Respelling } from '@/lib/search/near/misspelt';
import { cutPinyin } from '@/lib/search/near/typed-pinyin';
import { listTyped, parseQuery } from '@/lib/search/query';
import { normalise } from '@/lib/search/text/normalise';
import { findSounding } from '@/lib/search/text/sounds';
import { contentWords, withoutQuestion } from './simpler-words';

/** Characters of a document in which typed pinyin is looked for. */
const HEARD_LIMIT = 100_000;

/**
 * Lists what words may mean that a document does not have, the likeliest first.
 *
 * They are taken as the search of all documents takes them: without its city, in the spelling that
 * titles and headings have, without question words, parted at word boundaries.
 * @param place names of the city, the longest first
 */
export function listMeantInside(q: string, tree: ast.Document, place: readonly string[]): string[] {
  const city = place.find((name) => q.startsWith(name));
  const placed = city === undefined ? q : q.slice(city.length).trim().replace(/^的/u, '');
  const asked = withoutQuestion(placed);
  const meant = [placed, ...respell(placed, tree), asked, ...respell(asked, tree), contentWords(asked).join(' ')];
  return [...new Set(meant)].filter((words) => [...words].length > 1 && words !== q);
}

/** Gives the words in the spelling of the document; nothing where it has them, or nothing near. */
function respell(words: string, tree: ast.Document): string[] {
  const sections = listSectionLeaves(tree).map(({ section }) => section);
  const names = [tree.title, ...sections.map(printedName)].map(normalise);
  const ways = cutPinyin(words);
  if (ways.length > 0) {
    const heard = normalise([...names, ...sections.map(({ text }) => text)].join('\n').slice(0, HEARD_LIMIT));
    return ways.flatMap((syllables) => findSounding(heard, syllables)).slice(0, 1);
  }
  for (const typed of listTyped(parseQuery(words).words)) {
    const [nearest] = names.flatMap((name) => findRespellings(name, typed)).sort(byNearness);
    if (nearest && !names.some((name) => name.includes(typed)) && words.includes(typed))
      return [words.replace(typed, nearest.word)];
  }
  return [];
}

const byNearness = (one: Respelling, other: Respelling): number => rankOf(one) - rankOf(other);
const rankOf = ({ kind, differences }: Respelling): number => differences + (kind === 'sound' ? 0 : 0.5);
