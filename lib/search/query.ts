import { readDocNumber, type TypedNumber } from '@/lib/gazette';
import { expandWord, type Expansion } from './synonyms/expand';
import { normalise } from './text/normalise';
import { simplifyAll } from './text/traditional';
import { readTerms, type TypedPiece, type TypedTerm } from './typed-terms';

/** A word of a query: any one of its alternatives is enough. All are normalised. */
export interface QueryWord {
  /** As typed: at least one, several where they were joined by OR. */
  typed: string[];
  /** Other words for the same, for which is looked too: 最低生活保障 for 低保. */
  also: string[];
  /** Whether other words may be added: it is no phrase. */
  isOpen: boolean;
}

/** The text of the search box, taken apart. No word is empty or repeated. */
export interface SearchQuery {
  /** As typed. */
  q: string;
  /** The whole text read as a 文号; null when it is none. */
  number: TypedNumber | null;
  /** Every one of these must occur in one section, or in the title. */
  words: QueryWord[];
  /** None of these may occur there. They are normalised. */
  excluded: string[];
  /** `标题:`: every one must occur in the title. */
  title: QueryWord[];
  /** `机关:`: every one must occur in the name of the agency. */
  agency: QueryWord[];
  /** `文号:`: the document must have a number that this spelling fits. */
  docNumber: TypedNumber | null;
  /** `年:2022` or `年:2018-2022`: the year of the document's date, ends included. */
  years: { from: number; to: number } | null;
  expansion: Expansion;
}

/** Words of a query that are used. Nobody types more, and each costs a comparison a row. */
export const WORDS_LIMIT = 10;

const YEARS = /^(?<from>\d{4})年?(?:[-~至到](?<to>\d{4})年?)?$/u;
const earliestYear = 1900;
const latestYear = 2200;

/**
 * Takes the text of the search box apart. Never throws.
 *
 * `养老 服务` asks for both words, `"养老 服务"` for the words side by side, `养老|托育` for one of the two,
 * `-托育` excludes; `标题:` `机关:` `年:` `文号:` look there alone. A field with a value that cannot be
 * read (`年:去年`) counts as words.
 * @param expansion what was taken off; without it nothing
 * @returns no words where nothing is asked for
 */
export function parseQuery(q: string, expansion: Expansion = { isOff: false, off: [] }): SearchQuery {
  const query: SearchQuery = {
    q,
    number: readDocNumber(simplifyAll(q)),
    words: [],
    excluded: [],
    title: [],
    agency: [],
    docNumber: null,
    years: null,
    expansion,
  };
  let count = 0;
  for (const term of readTerms(q)) {
    const { minus, field, pieces } = term;
    if (field && !minus && readField(query, term)) continue;
    const [first, ...others] = pieces;
    const written = field ? [{ ...first!, text: `${field}:${first!.text}` }, ...others] : pieces;
    const word = readWord(written, expansion, WORDS_LIMIT - count);
    if (!word) continue;
    count += word.typed.length;
    if (minus) query.excluded.push(...word.typed.filter((each) => !query.excluded.includes(each)));
    else addWord(query.words, word);
  }
  return query;
}

/** Makes a word of what was typed for it; null where nothing is left. */
function readWord(pieces: readonly TypedPiece[], expansion: Expansion, limit: number): QueryWord | null {
  const read = pieces.map(({ text, isPhrase }) => ({ word: normalise(text), isPhrase }));
  const typed = [...new Set(read.map(({ word }) => word))].filter((word) => word !== '').slice(0, Math.max(0, limit));
  if (typed.length === 0) return null;
  const isOpen = typed.length === 1 && read.every(({ isPhrase }) => !isPhrase);
  return { typed, isOpen, also: isOpen ? expandWord(typed[0]!, expansion) : [] };
}

/** Adds a word that is not there yet. */
function addWord(words: QueryWord[], word: QueryWord): boolean {
  const key = keyOf(word);
  if (!words.some((other) => keyOf(other) === key)) words.push(word);
  return true;
}

const keyOf = ({ typed, isOpen }: QueryWord): string => [isOpen, ...typed].join('|');

/** Reads the value of a field into the query; gives whether it could be read. */
function readField(query: SearchQuery, { field, pieces }: TypedTerm): boolean {
  const list = { 标题: query.title, 標題: query.title, 机关: query.agency, 機關: query.agency }[field!];
  if (list) {
    const word = readWord(pieces, query.expansion, WORDS_LIMIT - list.length);
    return word !== null && addWord(list, word);
  }
  const written = pieces[0]!.text;
  if (field === '文号' || field === '文號') {
    query.docNumber = readDocNumber(simplifyAll(written));
    return query.docNumber !== null;
  }
  const years = YEARS.exec(normalise(written))?.groups;
  const from = Number(years?.['from']);
  const to = Number(years?.['to'] ?? from);
  if (!(from >= earliestYear && to <= latestYear && from <= to)) return false;
  query.years = { from, to };
  return true;
}

/** Lists the alternatives of a word, those typed first. */
export const alternativesOf = ({ typed, also }: QueryWord): string[] => [...typed, ...also];

/** Lists all alternatives of some words, to be marked. */
export const listMarked = (words: readonly QueryWord[]): string[] => [...new Set(words.flatMap(alternativesOf))];

/** Lists the words as they were typed. */
export const listTyped = (words: readonly QueryWord[]): string[] => [...new Set(words.flatMap(({ typed }) => typed))];

/** Whether the query asks for something, beyond conditions. */
export const hasWords = ({ words, title, agency, docNumber, years }: SearchQuery): boolean =>
  words.length > 0 || title.length > 0 || agency.length > 0 || docNumber !== null || years !== null;
