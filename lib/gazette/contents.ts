import type * as ast from './ast';
import { findDocNumbers } from './doc-number';
import { keyOf } from './chars';
import type { Line } from './lines';
import { spanAround } from './source';
import type { Source } from './source';
import { genreOf } from './titles';

/** Dots, dashes or blanks and a page number at the end of a contents entry: ……………12 */
const leader =
  /(?<![.·…。•\-—_ ])(?:[.·…。•\-—_ ]{2,}|[…·])\(? ?(\d{1,4}) ?\)?$|(?<=[)》\u4e00-\u9fff]) ?\(?(\d{1,4})\)?$/;
/** The number of an entry, printed on a line of its own. */
const numberLine = /^\(?[^()]{0,24}(?:[〔[]\d{4}[〕\]]|\d{4}年)第?\d{1,5}号\)?[.·…\-—\d()]*$/;
const headingMarks = /^[【[〖◆◇●■★▲*]{1,9}|[】\]〗◆◇●■★▲*]{1,9}$/g;

/** A heading of the contents: 本溪市人民政府文件, 【市政府文件】, 行政规范性文件. */
function isHeading(line: Line): boolean {
  if (/^[【〖[].{2,24}[】〗\]]$/.test(line.key)) return true;
  if (leader.test(line.text) || line.key.length > 24 || /关于|[,。;:《》]/.test(line.key)) return false;
  return (
    line.kind === 'letterhead' ||
    /(?:文件|规章|公告|通告|令|任免|解读|大事记|法规|工作|报告|其他|附录|信息|动态)$/.test(line.key)
  );
}

/** Ends the entry: a number in brackets, a page number, or the last word of a title. */
function endsEntry(text: string, key: string): boolean {
  return leader.test(text) || /号\)?$/.test(key) || genreOf(key) !== undefined;
}

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
  const pageMatch = leader.exec(text);
  if (pageMatch) {
    entry.page = Number(pageMatch[1] ?? pageMatch[2]);
    text = text.slice(0, pageMatch.index).trim();
  }
  const numbers = findDocNumbers(text, new Set());
  const own =
    numbers.find((number) => /^[)\] ]*$/.test(text.slice(number.end))) ??
    numbers.find((number) => /^[(\[ ]*$/.test(text.slice(0, number.start)));
  if (own) {
    entry.docNumber = own.docNumber;
    text = (
      text.slice(0, own.start).replace(/(?<![([ ])[([ ]+$/, '') + text.slice(own.end).replace(/^[)\] ]+/, '')
    ).trim();
  }
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
  const close = (): void => {
    if (pending.length === 0) return;
    const into = groups.at(-1) ?? group('', pending[0]!);
    const entry = makeEntry(source, pending);
    into.children.push(entry);
    into.position = { start: into.position.start, end: entry.position.end };
    pending = [];
  };
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (line.kind === 'residue' || line.kind === 'metadata' || /^[-—]?\d{1,3}[-—]?$/.test(line.key)) {
      close();
      const into = groups.at(-1) ?? group('', line);
      into.children.push({ type: 'residue', value: source.slice(line.span), position: source.position(line.span) });
      into.position = { start: into.position.start, end: source.position(line.span).end };
    } else if (pending.length === 0 && isHeading(line)) {
      const made = group(keyOf(source.slice(line.span)).replace(headingMarks, ''), line);
      made.children.push(source.textNode(line.span));
    } else {
      pending.push(line);
      const text = pending.map((each) => each.text).join('');
      const following = lines[index + 1];
      const numberFollows = following && index + 1 < to && numberLine.test(following.key);
      if (endsEntry(text, keyOf(text)) && !numberFollows) close();
    }
  }
  close();
  return settleHeadings(groups);
}

/** A heading without entries that closes the contents, or follows another such heading, was an entry: 大事记 / 2023年3月大事记. */
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
