import { isIssuer } from '../words/agreement';
import type * as ast from '../ast';
import { findDocNumbers, readNumberLine } from '../words/doc-number';
import { keyOf } from '../words/chars';
import type { Line } from '../line';
import { spanAround } from '../source';
import type { Source } from '../source';
import { genreOf, genres } from '../words/titles';

/** Dots, dashes or blanks and a page number at the end of a contents entry: ……………12 */
const leader =
  /(?<![.·…。•\-—_ ])(?:[.·…。•\-—_ ]{2,}|[…·])\(? ?(\d{1,4}) ?\)?$|(?<=[)》\u4e00-\u9fff]) ?\(?(\d{1,4})\)?$/;
/** 1. or 一、 in front of an entry or a heading of the contents. */
const ordinal =
  /^(?:\d{1,3} ?[.、](?:(?!\d)|(?=(?:19|20)\d{2}年))|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)) ?/;
const headingMarks = /^[【[〖◆◇●■★▲*·•]{1,9}|[】\]〗◆◇●■★▲*·•]{1,9}$/g;

/** A heading of the contents: 本溪市人民政府文件, 【市政府文件】, 行政规范性文件. */
function isHeading(line: Line): boolean {
  if (/^[【〖[].{2,24}[】〗\]]$|^[·•].{2,24}[·•]$/.test(line.key)) return true;
  if (paged(line) || line.key.length > 24 || /关于|[,。;:《》]/.test(line.key)) return false;
  const words = line.key.replace(ordinal, '').replace(headingMarks, '');
  return (
    line.kind === 'letterhead' ||
    /(?:文件|规章|公告|通告|令|任免|解读|大事记|法规|工作|报告|其他|附录|信息|动态)$/.test(words) ||
    (genres as readonly string[]).includes(words) // 批复, with the entries of that kind below it
  );
}

/** 统计资料, between entries that all have a page: too short for a title, and nobody's name. */
function isShortHeading(line: Line, before: ast.TocEntry | undefined): boolean {
  return (
    before?.page !== undefined &&
    /^[\u4e00-\u9fff]{2,6}$/.test(line.key) &&
    line.kind === 'other' &&
    !isIssuer(line.key) &&
    !/关于|[的与和及]$/.test(line.key)
  );
}

/** A page number stands behind leader dots, in brackets or behind blanks; that of 第六批 is none. */
const paged = (line: Line): boolean => leader.test(line.text);

/** The line is the number of the entry above it: (示政规〔2017〕3号)…………1, 示政发〔2019〕1号. */
function isEntryNumber(line: Line): boolean {
  const words = line.text.replace(leader, '').trim();
  const key = keyOf(words);
  const number = key.length <= 40 ? readNumberLine(key) : null;
  if (!number) return false;
  if (number.form !== 'bracketed') return key.startsWith('(');
  const named = number.agencyCode.length > 6 && genreOf(number.agencyCode) !== undefined;
  return !named && !/ /.test(words.replace(/ ?[〔[(].*$/, ''));
}

/** Ends the entry: a number in brackets, a page number, or the last word of a title. */
function endsEntry(text: string, key: string): boolean {
  return hasNumberOrPage(text, key) || genreOf(key) !== undefined;
}

const hasNumberOrPage = (text: string, key: string): boolean => leader.test(text) || /号\)?$/.test(key);

/** One entry: its lines joined, the number and the page read off. */
function makeEntry(source: Source, lines: Line[]): ast.TocEntry {
  const span = spanAround([lines[0]!.span, lines.at(-1)!.span]);
  let text = lines.map((line) => line.text).join('');
  const entry: ast.TocEntry = {
    type: 'tocEntry',
    value: source.slice(span),
    title: '',
    position: source.position(span),
  };
  const pageInFront = /^(\d{1,3}) (?=[\u4e00-\u9fff《])(?![年月日个项])/.exec(text);
  const pageMatch = leader.exec(text);
  if (pageInFront) {
    entry.page = Number(pageInFront[1]);
    text = text.slice(pageInFront[0].length);
  } else if (pageMatch) {
    entry.page = Number(pageMatch[1] ?? pageMatch[2]);
    text = text.slice(0, pageMatch.index).trim();
  }
  const speaker = text.search(/ ?[.·…]{3}/); // …会议上的讲话 …… 市长 钱某某(1)
  if (speaker > 4) text = text.slice(0, speaker);
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
  text = text.replace(ordinal, '').replace(/^[●◆■▲★*·]{1,2} ?/, '');
  entry.title = sourceSpelling(source, lines, text);
  return entry;
}

/** The words of a folded stretch as the source spells them. */
function sourceSpelling(source: Source, lines: Line[], folded: string): string {
  const original = lines.map((line) => source.slice(line.span)).join('');
  const joined = lines.map((line) => source.folded.slice(line.span.start, line.span.end)).join('');
  const at = joined.indexOf(folded);
  return (at < 0 ? folded : original.slice(at, at + folded.length)).trim();
}

/** Reads the lines between 目录 and the first document into groups and entries. */
export function readContents(source: Source, lines: readonly Line[], from: number, to: number): ast.TocGroup[] {
  const groups: ast.TocGroup[] = [];
  let pending: Line[] = [];
  const group = (heading: string, line: Line): ast.TocGroup => {
    const position = source.position(line.span);
    const made: ast.TocGroup = { type: 'tocGroup', heading, position, children: [] };
    groups.push(made);
    return made;
  };
  let lastEntry: ast.TocEntry | undefined;
  const close = (): void => {
    if (pending.length === 0) return;
    const into = groups.at(-1) ?? group('', pending[0]!);
    const entry = makeEntry(source, pending);
    lastEntry = entry;
    into.children.push(entry);
    into.position = { start: into.position.start, end: entry.position.end };
    pending = [];
  };
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (
      line.kind === 'residue' ||
      line.kind === 'metadata' ||
      /^(?:[-—]?\d{1,3}[-—]?|[A-Za-z]{1,16})$/.test(line.key)
    ) {
      close();
      const into = groups.at(-1) ?? group('', line);
      into.children.push({ type: 'residue', value: source.slice(line.span), position: source.position(line.span) });
      into.position = { start: into.position.start, end: source.position(line.span).end };
    } else if (pending.length === 0 && (isHeading(line) || isShortHeading(line, lastEntry))) {
      const words = keyOf(source.slice(line.span)).replace(headingMarks, '').replace(ordinal, '');
      const made = group(words, line);
      made.children.push(source.textNode(line.span));
    } else {
      pending.push(line);
      const text = pending.map((each) => each.text).join('');
      const following = lines[index + 1];
      const key = keyOf(text);
      const numberFollows = following && index + 1 < to && !hasNumberOrPage(text, key) && isEntryNumber(following);
      // 石政发〔2014〕8号 above its title: the entry goes on.
      const titleFollows =
        pending.length === 1 &&
        line.docNumber &&
        following &&
        index + 1 < to &&
        !following.docNumber &&
        !isHeading(following);
      if (endsEntry(text, key) && !numberFollows && !titleFollows) close();
    }
  }
  close();
  return settleHeadings(groups);
}

/**
 * A heading without entries that closes the contents, or follows another such heading, was an
 * entry: 大事记 / 2023年3月大事记.
 */
function settleHeadings(groups: ast.TocGroup[]): ast.TocGroup[] {
  const settled: ast.TocGroup[] = [];
  const empty = (group: ast.TocGroup): boolean => !group.children.some((child) => child.type === 'tocEntry');
  groups.forEach((group, at) => {
    const previous = settled.at(-1);
    const text = group.children[0];
    if (previous && empty(group) && text?.type === 'text' && (at === groups.length - 1 || empty(previous))) {
      const { value, position } = text;
      previous.children.push({ type: 'tocEntry', value, title: value, position }, ...group.children.slice(1));
      previous.position = { start: previous.position.start, end: group.position.end };
    } else settled.push(group);
  });
  return settled;
}
