import { articlesIn, listArticleLines, readNumeral, titlesAgree, wordsOfRun } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

/** A 款 or 项 of an article. */
export interface ClauseUnit {
  kind: 'paragraph' | 'item';
  /** （一）; empty for a paragraph. */
  marker: string;
  text: string;
  /** As printed, with its citations; absent for new words. What `text` says counts. */
  run?: readonly ast.Phrasing[];
}

/** An article as it reads on a day. */
export interface CountedArticle {
  /** What it is called, where it is no article: 二、（一）. */
  name?: string;
  /** Its number: 9, and 1 of 第九条之一 as `inserted`. */
  ordinal: number;
  inserted: number;
  /** Address of the printed article; null for one that a decision adds. */
  address: string | null;
  units: ClauseUnit[];
  /** Nothing in it but paragraphs and items: only then its places can be counted. */
  isPlain: boolean;
}

/** Marks a line of new words as an item: （一）. */
const itemMarker = /^\s*([（(][零一二三四五六七八九十\d]{1,4}[）)])\s*/;

/**
 * Finds the part of a document whose articles a decision means.
 * @param title that the decision names, 《示例市停蜂场管理办法》
 * @returns null where none has articles, or several have and none of them has this title
 */
export function partWithArticles(document: ast.Document, title: string | null): ast.Part | null {
  const parts = document.children.filter(({ children }) => articlesIn(children).length > 0);
  const named = parts.filter((part) => title !== null && titlesAgree(part.title, title));
  const [part, ...others] = named.length > 0 ? named : parts;
  return part && others.length === 0 ? part : null;
}

/**
 * Lists the articles of a part.
 * @returns null where two have one number
 */
export function listArticles(part: ast.Part): CountedArticle[] | null {
  const articles = articlesIn(part.children).map(articleOf);
  const numbers = new Set(articles.map(({ ordinal, inserted }) => `${ordinal}.${inserted}`));
  return numbers.size === articles.length ? articles : null;
}

function articleOf(section: ast.Section): CountedArticle {
  const [, inserted] = /条\s*之\s*([一二三四五六七八九十])/.exec(section.marker.value) ?? [];
  const { lines, isPlain } = listArticleLines(section);
  return {
    ordinal: section.marker.ordinal,
    inserted: inserted === undefined ? 0 : (readNumeral(inserted) ?? 0),
    address: section.id,
    units: lines.map(({ kind, marker, run }) => ({ kind, marker, run, text: wordsOfRun(run) })),
    isPlain,
  };
}

/** Makes the units of new lines: those that begin with （一） are items. */
export const unitsOfLines = (lines: readonly string[]): ClauseUnit[] =>
  lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const marker = itemMarker.exec(line);
      return marker
        ? { kind: 'item', marker: marker[1]!, text: line.slice(marker[0].length).trim() }
        : { kind: 'paragraph', marker: '', text: line.trim() };
    });

/** The lines of an article, without its number. */
export const linesOfUnits = (units: readonly ClauseUnit[]): string[] =>
  units.map(({ marker, text }) => `${marker}${text}`);
