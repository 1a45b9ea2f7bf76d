import type * as ast from '../ast';
import type { ContentsRange } from './contents';
import { contentsEnd } from './contents-end';
import { InnerContents } from './inner-contents';
import type { Line } from '../line';
import { gazetteName, readIssue } from './masthead';
import { findDate } from '../words/numbers';
import { fieldValue, metadataNode, takesValue } from './portal';
import type { Source } from '../source';
import { looksLikeTitle } from '../lines/title-lines';

/** What was read in front of the first document. */
export interface FrontMatter {
  nodes: (ast.Metadata | ast.Residue | ast.Masthead | ast.Unparsed)[];
  /** A text whose masthead names year and number is an issue. */
  kind: ast.Gazette['kind'];
  issue?: ast.Issue;
  contents?: ContentsRange;
  /** First line behind all that. */
  bodyFrom: number;
  /** 发布日期 of the portal block, `YYYY-MM-DD`. */
  publishedOn?: string;
  /** Fields of the portal block, in order. */
  fields: ast.MetadataField[];
}

const searchedForContents = 80;
const searchedForPortal = 60;
/** In front of the contents everything short is the masthead's: 2024年3月29日出版, 主办:… */
const shortLine = 40;

/** The line of 目录 of an issue; -1 where there is none, or only contents of a single text. */
function contentsLabel(lines: readonly Line[]): number {
  const inner = new InnerContents(lines.slice(0, searchedForContents * 10));
  for (let label = 0; label < Math.min(lines.length, searchedForContents); label++) {
    const line = lines[label]!;
    if (line.kind === 'contents') {
      const front = lines.slice(0, label);
      const masthead = front.some(
        ({ kind, key }) => kind === 'masthead' || (gazetteName.test(key) && key.length <= shortLine),
      );
      if (masthead || (inner.endFrom(label) === null && namesDocuments(lines, label))) return label;
    }
    // A document has begun: what it calls 目录 is its own.
    if (line.docNumber || (line.kind === 'other' && line.key.length > 60 && /。/.test(line.key))) return -1;
  }
  return -1;
}

const searchedEntries = 60;

/** Below 目录 stand titles of documents or their numbers, not the headings of one text. */
function namesDocuments(lines: readonly Line[], label: number): boolean {
  return lines
    .slice(label + 1, label + 1 + searchedEntries)
    .some(({ key }) => /关于.{2,80}的|[〔[]\d{4}[〕\]]\d{1,5}号/.test(key.slice(0, 300)));
}

const isBlock = (line: Line): boolean => line.kind === 'metadata' || line.kind === 'residue';

/** End of masthead and portal block in front of a text without contents. */
function frontEnd(lines: readonly Line[]): number {
  let end = 0;
  const advance = (): void => {
    while (end < lines.length && (isBlock(lines[end]!) || lines[end]!.kind === 'masthead'))
      end += takesValue(lines, end) ? 2 : 1;
  };
  advance();
  const masthead = lastMasthead(lines, end);
  if (masthead !== null) {
    end = masthead + 1;
    advance();
  }
  return Math.max(end, portalEnd(lines, end));
}

const searchedForMasthead = 15;

/** 示例政报 / 2004 / 第6期: short lines that a masthead line closes. */
function lastMasthead(lines: readonly Line[], from: number): number | null {
  let last: number | null = null;
  for (let index = from; index < Math.min(lines.length, searchedForMasthead); index++) {
    const line = lines[index]!;
    if (line.kind === 'masthead') last = index;
    else if (!isBlock(line) && (line.kind !== 'other' || line.key.length > shortLine || /[。:]$/.test(line.key))) break;
  }
  const named =
    last !== null && lines.slice(0, last + 1).some(({ key, kind }) => kind === 'masthead' && gazetteName.test(key));
  return named ||
    (last !== null && lines.slice(0, last + 1).some(({ key }) => /^[\u4e00-\u9fff]{2,10}(?:公报|政报)$/.test(key)))
    ? last
    : null;
}

/**
 * End of a portal's block below lines of its own: its title, and names of offices.
 * The document prints these again: nothing is taken that stands only here.
 */
function portalEnd(lines: readonly Line[], from: number): number {
  let end = from;
  const repeatable: string[] = [];
  for (let index = from; index < Math.min(lines.length, searchedForPortal); index++) {
    const line = lines[index]!;
    if (isBlock(line)) {
      if (takesValue(lines, index)) index++;
      if (repeatable.every((key) => standsAgain(lines, index + 1, key))) end = index + 1;
    } else if (looksLikeTitle(line) && repeatable.length < 4) repeatable.push(line.key);
    else break;
  }
  return end;
}

const searchedForRepeat = 12;

function standsAgain(lines: readonly Line[], from: number, key: string, within = searchedForRepeat): boolean {
  return lines.slice(from, from + within).some((line) => line.key === key);
}

/** Reads what stands in front of the first document: portal block, masthead, contents. */
export function readFrontMatter(source: Source, lines: readonly Line[]): FrontMatter {
  const label = contentsLabel(lines);
  const frontTo = label < 0 ? frontEnd(lines) : label;
  const nodes: FrontMatter['nodes'] = [];
  const mastheads: string[] = [];
  const residue: string[] = [];
  for (let index = 0; index < frontTo; index++) {
    const line = lines[index]!;
    const position = source.position(line.span);
    const value = source.slice(line.span);
    if (line.kind === 'metadata') {
      const valued = index + 1 < frontTo && takesValue(lines, index);
      nodes.push(metadataNode(source, line, valued ? lines[++index] : undefined));
    } else if (line.kind === 'residue') {
      nodes.push({ type: 'residue', value, position });
      residue.push(line.key);
    } else if (
      line.kind === 'masthead' ||
      (label >= 0 && (line.key.length <= shortLine || gazetteName.test(line.key)))
    ) {
      nodes.push({ type: 'masthead', value, position });
      mastheads.push(line.key);
    } else if (standsAgain(lines, index + 1, line.key, searchedForPortal))
      nodes.push({ type: 'residue', value, position });
    else if (label < 0 && lines.slice(index, frontTo).some(({ kind }) => kind === 'masthead')) {
      nodes.push({ type: 'masthead', value, position });
      mastheads.push(line.key);
    } else nodes.push({ type: 'unparsed', value, position });
  }
  const fields = nodes.flatMap((node) => (node.type === 'metadata' ? node.children : []));
  const issue = readIssue(mastheads, fields, residue);
  const publishedOn = findDate(fieldValue(fields, /^发布(?:日期|时间)$/) ?? '') ?? undefined;
  const contents = label < 0 ? undefined : { label, from: label + 1, to: contentsEnd(lines, label + 1) };
  return {
    nodes,
    fields,
    kind: issue ? 'issue' : 'standalone',
    ...(issue ? { issue } : {}),
    ...(contents ? { contents } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    bodyFrom: contents?.to ?? frontTo,
  };
}
