import { readDocNumber, type TypedNumber } from '@/lib/gazette';
import { normalise } from './text/normalise';
import { simplifyAll } from './text/traditional';

/** The text of the search box, taken apart. All words are normalised, none is empty or repeated. */
export interface SearchQuery {
  /** As typed. */
  q: string;
  /** The whole text read as a 文号; null when it is none. */
  number: TypedNumber | null;
  /** Every one of these must occur in one section, or in the title. */
  words: string[];
  /** None of these may occur there. */
  excluded: string[];
  /** `标题:`: every one must occur in the title. */
  title: string[];
  /** `机关:`: every one must occur in the name of the agency. */
  agency: string[];
  /** `文号:`: the document must have a number that this spelling fits. */
  docNumber: TypedNumber | null;
  /** `年:2022` or `年:2018-2022`: the year of the document's date, ends included. */
  years: { from: number; to: number } | null;
}

/** Words of a query that are used. Nobody types more, and each costs a comparison a row. */
export const WORDS_LIMIT = 10;

const quotes = '"“”„‟＂«»『』「」‘’';
/** 'words' between blanks; the sign inside a word is an apostrophe. */
const STRAIGHT = /(?<=^|\s)'([^'\n]+)'(?=$|\s)/gu;
// -"…", 标题:"…", "…" (any quotation marks; an unclosed one runs to the end), else letters up to the
// next blank or quotation mark.
const TERM = new RegExp(
  `(?<minus>(?<=^|[\\s${quotes}])[-－−])?(?:(?<=^|[\\s${quotes}])(?<field>标题|標題|机关|機關|年|年份|文号|文號)[:：]\\s*)?` +
    `(?:[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]?|(?<word>[^\\s${quotes}]+))`,
  'gu',
);
const YEARS = /^(?<from>\d{4})年?(?:[-~至到](?<to>\d{4})年?)?$/u;
const earliestYear = 1900;
const latestYear = 2200;

/**
 * Takes the text of the search box apart. Never throws.
 *
 * `养老 服务` asks for both words, `"养老 服务"` for the words side by side, `-托育` excludes; `标题:` `机关:`
 * `年:` `文号:` look there alone. A field with a value that cannot be read (`年:去年`) counts as words.
 * @returns no words where nothing is asked for
 */
export function parseQuery(q: string): SearchQuery {
  const query: SearchQuery = {
    q,
    number: readDocNumber(simplifyAll(q)),
    words: [],
    excluded: [],
    title: [],
    agency: [],
    docNumber: null,
    years: null,
  };
  let count = 0;
  for (const { groups } of q.replace(STRAIGHT, '"$1"').matchAll(TERM)) {
    const { minus, field, phrase, word } = groups!;
    const written = phrase ?? word ?? '';
    if (field && !minus && readField(query, field, written)) continue;
    const normalised = normalise(field ? `${field}:${written}` : written);
    if (normalised === '' || ++count > WORDS_LIMIT) continue;
    const list = minus ? query.excluded : query.words;
    if (!list.includes(normalised)) list.push(normalised);
  }
  return query;
}

/** Reads the value of a field into the query; gives whether it could be read. */
function readField(query: SearchQuery, field: string, written: string): boolean {
  const words = normalise(written);
  if (words === '') return false;
  switch (field) {
    case '标题':
    case '標題':
      return query.title.length < WORDS_LIMIT && query.title.push(words) > 0;
    case '机关':
    case '機關':
      return query.agency.length < WORDS_LIMIT && query.agency.push(words) > 0;
    case '文号':
    case '文號':
      query.docNumber = readDocNumber(simplifyAll(written));
      return query.docNumber !== null;
    default: {
      const years = YEARS.exec(words)?.groups;
      const from = Number(years?.['from']);
      const to = Number(years?.['to'] ?? from);
      if (!(from >= earliestYear && to <= latestYear && from <= to)) return false;
      query.years = { from, to };
      return true;
    }
  }
}

/** Whether the query asks for something, beyond conditions. */
export const hasWords = ({ words, title, agency, docNumber, years }: SearchQuery): boolean =>
  words.length > 0 || title.length > 0 || agency.length > 0 || docNumber !== null || years !== null;
