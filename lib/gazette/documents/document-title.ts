import { footnoteMark } from '../words/agreement';
import { enactedIn, enactedTitle } from './announced-titles';
import type * as ast from '../ast';
import { keyOf, withoutHalves } from '../words/chars';
import { readNumberLine } from '../words/doc-number';
import { findDocNumbers } from '../words/find-doc-numbers';
import { keyOfLines } from './head';
import type { Head } from './head';
import type { Line } from '../line';
import { headNotesAt, titleNoteAt } from './head-notes';
import { findDate } from '../words/numbers';
import type { Source } from '../source';

/** Removes the blanks of words that are set wide: 示 例 市 人 民 政 府 文 件. */
export function closeUp(words: string): string {
  const tokens = words.split(/[\s\u3000]+/);
  return tokens.every((token) => token.length === 1) ? tokens.join('') : tokens.join(' ');
}

/** Joins the lines of a title; blanks between Han characters are left out. */
export function joinTitle(source: Source, lines: readonly Line[]): string {
  return lines
    .map((line) => source.slice(line.span))
    .join('')
    .replace(/(?<=[^\x20-\x7e])[\s\u00a0\u3000]+(?=[^\x20-\x7e])/g, '')
    .trim()
    .replace(footnoteMark, '');
}

/** Reads the title that the contents give; 示例市人民政府令(第88号) is none. */
export function titleOfEntry({ entry }: Head): string | undefined {
  return entry && !readNumberLine(keyOf(entry.title).replace(/[()]/g, '')) ? entry.title : undefined;
}

/** Reads the title of the rules that an order enacts: it prints none itself. */
export function announcedTitle(notice: ast.Part, head: Head): string | undefined {
  for (const block of notice.children) {
    if (block.type !== 'paragraph') continue;
    const text = block.children.map((child) => child.value).join('');
    const quoted = head.docNumber?.form === 'order' ? enactedIn(text) : enactedTitle(text);
    if (quoted) return quoted;
  }
  return undefined;
}

/** Reads the date of the note below the title, where no signature has one. */
export function notedDate(lines: readonly Line[], head: Head, to: number): string | undefined {
  const note = titleNoteAt(lines, head.bodyFrom, to);
  if (note?.date) return note.date;
  const count = headNotesAt(lines, head.bodyFrom, to);
  const key = lines
    .slice(head.bodyFrom, head.bodyFrom + count)
    .map((line) => line.key)
    .join('');
  return findDate(key) ?? undefined;
}

/**
 * Reads the number of rules from the note below their title.
 *
 * Where nothing else bears it.
 * @example (1998年4月1日示例市人民政府令第12号公布 根据2005年6月2日示例市人民政府令第31号…修正)
 */
export function notedNumber(lines: readonly Line[], head: Head, to: number): ast.DocNumber | undefined {
  const note = titleNoteAt(lines, head.bodyFrom, to);
  if (!note) return undefined;
  const key = keyOfLines(lines, head.bodyFrom, head.bodyFrom + note.count);
  const first = findDocNumbers(key, new Set())[0];
  if (!first || first.guessed || /根据|修[改正订]/.test(key.slice(0, first.start))) return undefined;
  return /^\)?文?(?:公布|发布|颁布|印发)/.test(key.slice(first.end)) ? first.docNumber : undefined;
}

/** Names a text without a title: by its words up to the first stop. */
export function firstWords(lines: readonly Line[], head: Head, to: number): string {
  const line = lines
    .slice(head.bodyFrom, Math.min(to, head.bodyFrom + 20))
    .find(({ kind }) => !/^(?:residue|metadata)$/.test(kind));
  const key = line?.key.slice(0, 2000) ?? '';
  const attached = line ? /附件[:：] *(\S{4,40})(?: |$)/.exec(line.text.slice(0, 2000))?.[1] : undefined;
  return withoutHalves(attached ?? /^[^,。;:]{1,40}/.exec(key)?.[0] ?? '');
}
