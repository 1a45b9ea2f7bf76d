import type * as ast from './ast';
import { keyOf } from './chars';
import { readSplitNumber } from './doc-number';
import { letterheadStart } from './heads';
import { portalKey } from './lines';
import type { Line } from './lines';
import { findDate, readNumber } from './numbers';
import type { Source } from './source';
import { looksLikeTitle } from './titles';

/** What stands in front of the first document: portal block, masthead, contents. */
export interface FrontMatter {
  nodes: (ast.Metadata | ast.Residue | ast.Masthead | ast.Unparsed)[];
  issue?: ast.Issue;
  /** Lines of the contents: its label 目录, first line behind it, end (exclusive). */
  contents?: { label: number; from: number; to: number };
  /** First line behind all that. */
  bodyFrom: number;
  /** 发布日期 of the portal block, `YYYY-MM-DD`. */
  publishedOn?: string;
}

const searchedForContents = 80;
/** In front of the contents everything short is the masthead's: 2024年3月29日出版, 主办:… */
const shortLine = 40;
const longestContents = 600;

function metadataNode(source: Source, line: Line): ast.Metadata {
  const text = source.folded.slice(line.span.start, line.span.end);
  const starts = [...text.matchAll(portalKey)].map((match) => ({
    at: match.index,
    key: match[0],
    valueAt: match.index + match[0].length,
  }));
  if (starts.length === 0 || starts[0]!.at > 0) starts.unshift({ at: 0, key: '', valueAt: 0 });
  const children = starts.map(({ at, key, valueAt }, index): ast.MetadataField => {
    const end = starts[index + 1]?.at ?? text.length;
    const span = source.trim({ start: line.span.start + at, end: line.span.start + end });
    const value = source.text
      .slice(line.span.start + valueAt, line.span.start + end)
      .replace(/^[\s|\u00a0\u3000]+|[\s|\u00a0\u3000]+$/g, '');
    return { type: 'metadataField', key: keyOf(key).replace(/:$/, ''), value, position: source.position(span) };
  });
  return { type: 'metadata', children, position: source.position(line.span) };
}

const issueNumber =
  /(?<!\d)([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年?第?(\d{1,3}|[一二三四五六七八九十]{1,3})[号期]/;
const totalNumber = /总第?(\d{1,5}|[一二三四五六七八九十百千]{1,7})[期号]/;
const gazetteName = /([\u4e00-\u9fff]{2,22}?)公报/;

/** Reads the issue from masthead lines and portal fields; undefined where no gazette names its year and number. */
function readIssue(mastheads: string[], fields: ast.MetadataField[], residue: string[]): ast.Issue | undefined {
  const named = fields.filter((field) => /^(?:信息名称|标题|名称)$/.test(field.key)).map((field) => keyOf(field.value));
  const texts = [...mastheads, ...named];
  const name = texts.map((text) => gazetteName.exec(text)).find(Boolean);
  const number = [mastheads.join(''), ...texts].map((text) => issueNumber.exec(text)).find(Boolean);
  if (!name || !number) return undefined;
  const year = readNumber(number[1]!);
  const serial = readNumber(number[2]!);
  if (!year || !serial) return undefined;
  const total = texts.map((text) => totalNumber.exec(text)).find(Boolean);
  const totalValue = total ? readNumber(total[1]!) : null;
  const dated = (key: string): string | null =>
    findDate(fields.find((field) => field.key === key && field.value !== '')?.value ?? '');
  const publishedOn =
    dated('发布日期') ??
    dated('发布时间') ??
    dated('公开日期') ??
    [...residue, ...mastheads].map((text) => findDate(/\d{4}-\d{1,2}-\d{1,2}/.exec(text)?.[0] ?? text)).find(Boolean);
  const publisher = name[1]!;
  return {
    title: `${publisher}公报${year}年第${serial}号`,
    year,
    number: serial,
    ...(totalValue ? { totalNumber: totalValue } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    publisher,
  };
}

/** The key of a contents line without number, leader and page. A leader is tried from its first dot only. */
const entryKey = (line: Line): string =>
  line.key
    .replace(/(?<![.·…。•\-—_])[.·…。•\-—_]*\(?\d{0,4}\)?$/, '')
    .replace(/\(?[\u4e00-\u9fffA-Za-z]{1,16}[〔[(【]\d{4}[〕\])】]第?\d{1,5}号\)?$/, '')
    .replace(/(?<![.·…。•\-—_])[.·…。•\-—_]+$/, '');

/**
 * Where the contents end. Nothing marks it: the first number below a letterhead, or the first title that stands a second
 * time, begins the first document.
 */
function contentsEnd(lines: readonly Line[], from: number): number {
  const titles = new Set<string>();
  const last = Math.min(lines.length, from + longestContents);
  const abovesLetterhead = (index: number): number => letterheadStart(lines, index, from, lines[index + 1]?.key ?? '');
  for (let index = from; index < last; index++) {
    const line = lines[index]!;
    const previous = lines[index - 1];
    if (
      line.docNumber &&
      !line.key.startsWith('(') &&
      previous &&
      (previous.kind === 'letterhead' || index - from >= 2)
    )
      return abovesLetterhead(index);
    if (previous && index > from && readSplitNumber(previous.key, line.key)) return abovesLetterhead(index - 1);
    let joined = '';
    for (let at = index; at < Math.min(last, index + 6); at++) {
      joined += lines[at]!.key;
      if (joined.length >= 8 && titles.has(joined)) return abovesLetterhead(index);
      if (joined.length > 140) break;
    }
    let key = '';
    for (let at = index; at > Math.max(from - 1, index - 4); at--) {
      key = (at === index ? entryKey(lines[at]!) : lines[at]!.key) + key;
      if (key.length >= 8) titles.add(key);
    }
    if (line.key.length > 100 && /。./.test(line.key)) return backToTitle(lines, index, from);
  }
  return last;
}

/** The title above the first paragraph, where nothing else told the end of the contents. */
function backToTitle(lines: readonly Line[], index: number, from: number): number {
  let start = index;
  while (
    start > from &&
    index - start < 4 &&
    looksLikeTitle(lines[start - 1]!) &&
    !/号\)?$|\d$/.test(lines[start - 1]!.key)
  )
    start--;
  return start;
}

/** Reads everything in front of the first document. */
export function readFrontMatter(source: Source, lines: readonly Line[]): FrontMatter {
  const label = lines.slice(0, searchedForContents).findIndex((line) => line.kind === 'contents');
  let frontTo = label;
  if (label < 0) {
    frontTo = 0;
    while (frontTo < lines.length && /^(?:metadata|residue|masthead)$/.test(lines[frontTo]!.kind)) frontTo++;
  }
  const nodes: FrontMatter['nodes'] = [];
  const mastheads: string[] = [];
  const residue: string[] = [];
  for (const line of lines.slice(0, frontTo)) {
    const position = source.position(line.span);
    const value = source.slice(line.span);
    if (line.kind === 'metadata') nodes.push(metadataNode(source, line));
    else if (line.kind === 'residue') {
      nodes.push({ type: 'residue', value, position });
      residue.push(line.key);
    } else if (line.kind === 'masthead' || gazetteName.test(line.key) || (label >= 0 && line.key.length <= shortLine)) {
      nodes.push({ type: 'masthead', value, position });
      mastheads.push(line.key);
    } else nodes.push({ type: 'unparsed', value, position });
  }
  const fields = nodes.flatMap((node) => (node.type === 'metadata' ? node.children : []));
  const issue = readIssue(mastheads, fields, residue);
  const publishedOn = fields
    .map((field) => (field.key === '发布日期' || field.key === '发布时间' ? findDate(field.value) : null))
    .find(Boolean);
  const contents = label < 0 ? undefined : { label, from: label + 1, to: contentsEnd(lines, label + 1) };
  return {
    nodes,
    ...(issue ? { issue } : {}),
    ...(contents ? { contents } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    bodyFrom: contents?.to ?? frontTo,
  };
}
