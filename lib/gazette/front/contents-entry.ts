import type * as ast from '../ast';
import type { Line } from '../line';
import type { Source } from '../source';
import { spanAround } from '../source';
import { keyOf } from '../words/chars';
import { readNumberLine } from '../words/doc-number';
import { findDocNumbers } from '../words/find-doc-numbers';
import { genreOf } from '../words/titles';

/** Dots, dashes or blanks and a page number at the end of a contents entry: ……………12 */
const leader =
  /(?<![.·…。•\-—_ ])(?:[.·…。•\-—_ ]{2,}|[…·])\(? ?(\d{1,4}) ?\)?$|(?<=[)》\u4e00-\u9fff]) ?\(?(\d{1,4})\)?$/;
/** A page that says so behind a title: /12, |12, (第12页), P12. */
const markedPage = /(?<=[)》\]〕\u4e00-\u9fff]) {0,9}\(?(?:[/|] ?|第 ?|[Pp]\.? ?)(\d{1,4})(?: ?页)?\)?$/;
/** 1. or 一、 in front of an entry or a heading of the contents. */
export const entryOrdinal =
  /^(?:\d{1,3} ?[.、](?:(?!\d)|(?=(?:19|20)\d{2}年))|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)) ?/;

/** Bullets in front of an entry. */
export const entryBullet = /^[●◆◇■□▲△★☆※*·•‧▪◎○]{1,2} ?/;

/** Tells whether a line ends in a page number: behind leader dots, brackets or blanks. */
export const isPaged = (text: string): boolean => leader.test(text) || markedPage.test(text);

/** Leaves out a page that says so: …的通知/12. */
export const withoutMarkedPage = (text: string): string => text.replace(markedPage, '');

/** Tells whether a line is the number of the entry above it: (示政规〔2017〕3号)…………1, 示政发〔2019〕1号. */
export function isEntryNumber(line: Line): boolean {
  const words = withoutMarkedPage(line.text).replace(leader, '').trim();
  const key = keyOf(words);
  const number = key.length <= 40 ? readNumberLine(key) : null;
  if (!number) return false;
  if (number.form !== 'bracketed') return key.startsWith('(');
  const named = number.agencyCode.length > 6 && genreOf(number.agencyCode) !== undefined;
  return !named && !/ /.test(words.replace(/ ?[〔[(].*$/, ''));
}

/** Tells whether words end an entry: a number, page or kind of document does. */
export function endsEntry(text: string, key: string): boolean {
  return hasNumberOrPage(text, key) || genreOf(key) !== undefined;
}

/** Tells whether words end in a document number or a page number. */
export const hasNumberOrPage = (text: string, key: string): boolean => isPaged(text) || /号\)?$/.test(key);

/** Makes one entry of its lines: joined, the number and the page read off. */
export function makeEntry(source: Source, lines: readonly Line[]): ast.TocEntry {
  const span = spanAround([lines[0]!.span, lines.at(-1)!.span]);
  let text = lines.map((line) => line.text).join('');
  const entry: ast.TocEntry = {
    type: 'tocEntry',
    value: source.slice(span),
    title: '',
    position: source.position(span),
  };
  const pageInFront = /^(\d{1,3}) (?=[\u4e00-\u9fff《])(?![年月日个项])/.exec(text);
  const pageBehind = markedPage.exec(text) ?? leader.exec(text);
  if (pageInFront) {
    entry.page = Number(pageInFront[1]);
    text = text.slice(pageInFront[0].length);
  } else if (pageBehind) {
    entry.page = Number(pageBehind[1] ?? pageBehind[2]);
    text = text.slice(0, pageBehind.index).trim();
  }
  const speaker = text.search(/ ?[.·…]{3}/); // …会议上的讲话 …… 市长 钱某某(1)
  if (speaker > 4) text = text.slice(0, speaker);
  // 示例市渡口管理办法(第12号令): an order that the contents name by what it puts into force.
  text = text.replace(
    /(?<=[\u4e00-\u9fff》)])(?<![令告]) {0,9}\( ?第 ?[\d一二三四五六七八九十百]{1,6} ?号令? ?\)$/,
    '',
  );
  const numbers = findDocNumbers(text, new Set());
  const own =
    numbers.find((number) => /^[)\] ]*$/.test(text.slice(number.end))) ??
    numbers.find((number) => /^[(\[ ]*$/.test(text.slice(0, number.start)));
  if (own) {
    entry.docNumber = own.docNumber;
    const titled = (
      text.slice(0, own.start).replace(/(?<![([ ])[([ ]+$/, '') + text.slice(own.end).replace(/^[)\] ]+/, '')
    ).trim();
    if (titled !== '') text = titled; // 示例市人民政府令(第88号) is called by its number
  }
  text = text.replace(entryOrdinal, '').replace(entryBullet, '');
  entry.title = sourceSpelling(source, lines, text);
  return entry;
}

/** The words of a folded stretch as the source spells them. */
function sourceSpelling(source: Source, lines: readonly Line[], folded: string): string {
  const original = lines.map((line) => source.slice(line.span)).join('');
  const joined = lines.map((line) => source.folded.slice(line.span.start, line.span.end)).join('');
  const at = joined.indexOf(folded);
  return (at < 0 ? folded : original.slice(at, at + folded.length)).trim();
}
