import { fold, readNumeral } from '@/lib/gazette';
import type { CountedArticle, ClauseUnit } from './articles';

/** A place inside a text with articles: 第九条之一第一款第（二）项. */
export interface ClausePlace {
  ordinal: number;
  inserted: number;
  /** 款 and 项, from 1; undefined where none is named. */
  paragraph?: number;
  item?: number;
}

const parts =
  /^第([^条款项]{1,6})条(?:之([一二三四五六七八九十]))?(?:第([^条款项]{1,4})款)?(?:第\(?([^条款项()]{1,4})\)?项)?$/;

/** Reads a place in an article, down to 项; null for anything else. */
export function readPlace(words: string): ClausePlace | null {
  const match = parts.exec(fold(words).replace(/\s/g, ''));
  if (!match) return null;
  const numberAt = (group: number): number | undefined => {
    const numeral = match[group];
    return numeral === undefined ? undefined : (readNumeral(numeral) ?? NaN);
  };
  const [ordinal = NaN, inserted, paragraph, item] = [1, 2, 3, 4].map(numberAt);
  if ([ordinal, inserted, paragraph, item].some((each) => Number.isNaN(each))) return null;
  return {
    ordinal,
    inserted: inserted ?? 0,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

/**
 * Finds the units of an article that a place names: a 款 with its items, or one 项.
 * @returns first index and count; null where none fits, or more than one
 */
export function unitsAt(
  article: CountedArticle,
  { paragraph, item }: ClausePlace,
): { start: number; count: number } | null {
  const { units } = article;
  if (paragraph === undefined && item === undefined) return { start: 0, count: units.length };
  if (!article.isPlain) return null;
  const paragraphs = [...units.keys()].filter((at) => units[at]!.kind === 'paragraph');
  let start = 0;
  let end = units.length;
  if (paragraph !== undefined) {
    if (paragraph < 1 || paragraph > paragraphs.length) return null;
    start = paragraphs[paragraph - 1]!;
    end = paragraphs[paragraph] ?? units.length;
  }
  if (item === undefined) return { start, count: end - start };
  const items = [...units.keys()].filter((at) => at >= start && at < end && ordinalOf(units[at]!) === item);
  return items.length === 1 ? { start: items[0]!, count: 1 } : null;
}

/** The number of an item; null for a paragraph. */
export const ordinalOf = ({ kind, marker }: ClauseUnit): number | null =>
  kind === 'item' ? readNumeral(fold(marker).replace(/[()\s]/g, '')) : null;

const numeral = /[零〇一二两三四五六七八九十百千万亿\d.%]/;

/**
 * Finds words in a text, with layout and width left alone.
 * 三元 is not found in 十三元.
 * @returns offsets
 */
export function findWords(text: string, words: string): number[] {
  if (words === '') return [];
  const haystack = fold(text);
  const needle = fold(words);
  const found: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
    const before = haystack[at - 1] ?? '';
    const behind = haystack[at + needle.length] ?? '';
    const isCut =
      (numeral.test(needle[0]!) && numeral.test(before)) || (numeral.test(needle.at(-1)!) && numeral.test(behind));
    if (!isCut) found.push(at);
  }
  return found;
}

/** Replaces words at offsets, from the end so that these stay. */
export const replaceAt = (text: string, offsets: readonly number[], length: number, to: string): string =>
  offsets.reduceRight((words, at) => words.slice(0, at) + to + words.slice(at + length), text);
