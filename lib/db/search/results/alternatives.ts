import type { TypedNumber } from '@/lib/gazette';
import type { Alternative, SearchRequest } from '@/lib/search/engine';
import { findRespellings, type Respelling } from '@/lib/search/near/misspelt';
import { cutPinyin } from '@/lib/search/near/typed-pinyin';
import { normaliseWithOffsets, sourceRange } from '@/lib/search/text/normalise';
import { listTyped, parseQuery } from '@/lib/search/query';
import { findSounding } from '@/lib/search/text/sounds';
import { variantsOf } from '@/lib/search/text/traditional';
import { answerSearch } from './answer';
import { listCompared, type Compared } from './compared-words';
import { listSpokenWords } from './spoken-words';
import { loadHitDocuments } from './hit-documents';
import { listNumberCandidates } from './numbers';
import { query } from '@/lib/db/search/sql/pool';

const ALTERNATIVES_LIMIT = 3;
/** Words of a query that are looked at, and characters of a word. */
const WORDS_LIMIT = 3;
const WORD_LENGTH = 40;

/**
 * Suggests searches in place of one that found nothing; see SearchEngine.findAlternatives.
 *
 * They are held numbers one slip away; else the query with one word spelt as a title or frequent
 * term has it.
 */
export async function findAlternatives(request: SearchRequest): Promise<Alternative[]> {
  const number = request.query.number ?? request.query.docNumber;
  const numbers = number ? await findNearNumbers(number) : [];
  if (numbers.length > 0) return numbers;
  const spoken = await findSpoken(request);
  if (spoken.length > 0) return spoken;
  // Read once for all words, and only where one wants them.
  let headings: Promise<Compared[]> | undefined;
  const readOnce = () => (headings ??= readHeadings());
  const tried = await Promise.all(
    listTyped([...request.query.words, ...request.query.title])
      .slice(0, WORDS_LIMIT)
      .map((word) => respell(word, readOnce)),
  );
  const respelt = tried
    .flat()
    .sort((one, other) => rankOf(one) - rankOf(other) || other.titles.length - one.titles.length)
    .slice(0, ALTERNATIVES_LIMIT);
  const alternatives = await Promise.all(respelt.map(async (one) => toAlternative(request, one)));
  return alternatives.filter((alternative) => alternative !== null);
}

async function findNearNumbers(typed: TypedNumber): Promise<Alternative[]> {
  const near = (await listNumberCandidates(typed)).filter(({ distance }) => distance > 0).slice(0, ALTERNATIVES_LIMIT);
  const documents = await loadHitDocuments(near.map(({ id }) => id));
  return near.flatMap(({ id, docNumber }) =>
    docNumber === null ? [] : { q: docNumber, kind: 'wrong' as const, document: documents.get(id) ?? null },
  );
}

// Headings have no index of sounds: those of the newest sections are read.
const HEADINGS = `SELECT NULL::int AS id, "heading" AS text FROM "Section" WHERE "heading" <> '' ORDER BY "id" DESC LIMIT 20000`;
const readHeadings = async (): Promise<Compared[]> => query<Compared>('newest-headings', HEADINGS, []);

/** Suggests the words that typed pinyin stands for: tushuguan → 图书馆. */
async function findSpoken(request: SearchRequest): Promise<Alternative[]> {
  const typed = request.query.q.trim();
  const ways = cutPinyin(typed);
  if (ways.length === 0) return [];
  const spoken = await listSpokenWords(ways);
  const together = spoken.length > 0 ? spoken.map(({ word }) => word) : await listSpokenHeadings(ways);
  const words = together.length > 0 ? together : await spellApart(typed);
  const tried = await Promise.all(
    words.slice(0, ALTERNATIVES_LIMIT).map(async (word) => {
      const { total } = await answerSearch({ ...request, query: parseQuery(word), page: 1 });
      return { word, isFound: total.documents > 0 };
    }),
  );
  return tried.filter(({ isFound }) => isFound).map(({ word }) => ({ q: word, kind: 'sound', document: null }));
}

/** Pinyin of several words that stand apart: tushuguan kaifang. */
async function spellApart(typed: string): Promise<string[]> {
  const pieces = typed.split(/\s+/u).slice(0, WORDS_LIMIT);
  if (pieces.length < 2) return [];
  const spelt = await Promise.all(pieces.map(async (piece) => (await listSpokenWords(cutPinyin(piece)))[0]?.word));
  return spelt.every((word) => word !== undefined) ? [spelt.join(' ')] : [];
}

/** Lists the words of headings that sound like typed pinyin, the most frequent first. */
async function listSpokenHeadings(ways: readonly string[][]): Promise<string[]> {
  const headings = await readHeadings();
  const counted = new Map<string, number>();
  for (const syllables of ways)
    for (const { text } of headings)
      for (const word of findSounding(text, syllables)) counted.set(word, (counted.get(word) ?? 0) + 1);
  return [...counted].sort(([, one], [, other]) => other - one).map(([word]) => word);
}

/** A word of the query, a spelling that may be meant, and the titles that have it. */
interface Respelt extends Respelling {
  typed: string;
  titles: number[];
}

const rankOf = ({ kind, differences }: Respelt): number => differences + (kind === 'sound' ? 0 : 0.5);

/** Lists spellings that titles or terms have for a word; none where a title has the word itself. */
async function respell(typed: string, headings: () => Promise<Compared[]>): Promise<Respelt[]> {
  const length = [...typed].length;
  if (length < 2 || length > WORD_LENGTH || !/\p{Script=Han}/u.test(typed)) return [];
  const compared = await listCompared(typed, length);
  const found = respellingsIn(compared, typed);
  // Two characters of one sound are too many words.
  return found && found.length === 0 && length > 2 ? (respellingsIn(await headings(), typed) ?? []) : (found ?? []);
}

/** Gives null where a text has the word itself. */
function respellingsIn(compared: readonly Compared[], typed: string): Respelt[] | null {
  const respellings = new Map<string, Respelt>();
  for (const { id, text } of compared) {
    if (text.includes(typed)) return null;
    for (const respelling of findRespellings(text, typed)) {
      const known = respellings.get(respelling.word) ?? { ...respelling, typed, titles: [] };
      if (id !== null) known.titles.push(id);
      respellings.set(respelling.word, known);
    }
  }
  return [...respellings.values()];
}

/** Makes the query with the word in its other spelling; null where that finds nothing either. */
async function toAlternative(
  request: SearchRequest,
  { typed, word, kind, titles }: Respelt,
): Promise<Alternative | null> {
  const normalised = normaliseWithOffsets(request.query.q);
  const at = normalised.text.indexOf(typed);
  if (at < 0) return null;
  const { start, end } = sourceRange(normalised, { start: at, end: at + typed.length });
  const { q: written } = request.query;
  let unit = at;
  const respelt = Array.from(typed, (character, index) => {
    const here = sourceRange(normalised, { start: unit, end: (unit += character.length) });
    const asTyped = written.slice(here.start, here.end);
    const other = [...word][index]!;
    // 著作权 is stored as 着作权, but nobody writes it so.
    return variantsOf(other).includes(asTyped) ? asTyped : other;
  });
  const q = written.slice(0, start) + respelt.join('') + written.slice(end);
  const results = await answerSearch({ ...request, query: parseQuery(q, request.query.expansion), page: 1 });
  if (results.total.documents === 0) return null;
  const only = titles.length === 1 && results.total.documents === 1 ? titles[0] : undefined;
  const document = only === undefined ? null : ((await loadHitDocuments([only])).get(only) ?? null);
  return { q, kind, document };
}
