import type * as ast from '@/lib/gazette/ast';
import { keyOf } from '@/lib/gazette/words/chars';
import { paragraphsOf, rowsOf, walk } from '@/lib/gazette/tree/walk';

// Brings what a reader annotated and what the parser found to one form, to be compared line by
// line. Blanks are left out on both sides; everything else stays, with the line it stands in.

interface AnnotatedHeading {
  level: number;
  label: string;
  text: string;
  line: number;
  runIn: boolean;
  naming?: boolean;
  listItem?: boolean;
}
interface AnnotatedPart {
  kind: string;
  label?: string;
  title: string;
  lines: [number, number];
  headings: AnnotatedHeading[];
  callouts: { label: string; title: string; line: number; lastLine: number }[];
  /** Merged cells are repeated into every row that they span. */
  tables: { columns: string[]; rows: string[][]; lines: [number, number] }[];
}
/** A document as a careful reader annotates it; lines count from 1. */
export interface AnnotatedDocument {
  wenhao: string;
  title: string;
  category: string;
  letterhead: string;
  organ: string;
  signedOn: string;
  /** Several where annexed texts have their own. */
  addressees: string | string[] | null;
  parts: AnnotatedPart[];
  citations: { line: number; wenhao: string; title: string | null; relation: string }[];
  titleRefs: { line: number; title: string }[];
}

/** What was found, a line of text for each find, by kind. */
export type Facts = Record<(typeof factKinds)[number], string[]>;
export const factKinds = [
  'document',
  'part',
  'addressee',
  'heading',
  'callout',
  'citation',
  'titleRef',
  'cell',
] as const;

const row = (...cells: (string | number | boolean | null | undefined)[]): string =>
  cells.map((cell) => keyOf(String(cell ?? ''))).join('|');

const levels: Partial<Record<ast.MarkerStyle, number>> = {
  bian: 0,
  chapter: 0,
  division: 0,
  hanComma: 1,
  hanBracket: 2,
  digitPoint: 3,
  digitBracket: 4,
  article: 5,
  circled: 6,
  question: 1,
};
/** 1 for 1 总则, 2 for 1.1: a decimal ladder has levels of its own. */
const levelOf = ({ style, value }: ast.Marker): number | undefined =>
  /\d$/.test(value) ? value.split('.').length : levels[style];
const inline = (nodes: readonly ast.Phrasing[]): string =>
  nodes.map((node) => (node.type === 'residue' ? '' : node.value)).join('');

/** What a reader annotated. */
export function factsOfAnnotation(documents: readonly AnnotatedDocument[]): Facts {
  const parts = documents.flatMap((document) => document.parts.map((part) => ({ document, part })));
  const unnamed = ({ naming, listItem }: AnnotatedHeading): boolean => naming === false && !listItem;
  return {
    document: documents.map((one) => row(one.wenhao, one.title, one.category, one.letterhead, one.organ, one.signedOn)),
    part: parts.map(({ document, part }) => row(document.wenhao, part.kind, part.label, part.title, part.lines[0])),
    addressee: documents.flatMap(({ addressees }) => (addressees ? [addressees].flat().map((each) => row(each)) : [])),
    heading: parts.flatMap(({ part }) =>
      part.headings.map((one) =>
        unnamed(one)
          ? row(one.line, one.level, one.label, 'unnamed')
          : row(one.line, one.level, one.label, one.text, one.runIn),
      ),
    ),
    callout: parts.flatMap(({ part }) =>
      part.callouts.map(({ label, title, line, lastLine }) => row(label, title, line, lastLine)),
    ),
    citation: documents.flatMap(({ citations }) =>
      citations.map(({ line, wenhao, title, relation }) => row(line, wenhao, title, relation)),
    ),
    titleRef: documents.flatMap(({ titleRefs }) => titleRefs.map(({ line, title }) => row(line, title))),
    cell: parts.flatMap(({ part }) =>
      part.tables.flatMap(({ columns, rows, lines }) => cellsOf(lines[0], [columns, ...rows])),
    ),
  };
}

/** Every cell with the line on which the table's cells begin, its row and its column. */
const cellsOf = (line: number, rows: readonly string[][]): string[] =>
  // 新建/户数 and 新建户数 are the same head below another.
  rows.flatMap((cells, at) =>
    cells.map((text, column) => row(line, at, column, at === 0 ? text.replace('/', '') : text)),
  );

/**
 * The grid of a table with merged cells repeated into every row and column that they span. Two rows
 * of heads are one, as in annotations: what a head says stands in front of the one below it.
 */
function gridOf(table: ast.Table): string[][] {
  const grid: string[][] = [];
  const heads = rowsOf(table).filter(({ children }) => children.every(({ header }) => header)).length;
  rowsOf(table).forEach((tableRow, at) => {
    for (const cell of tableRow.children) {
      const text = paragraphsOf(cell)
        .map(({ children }) => inline(children))
        .join('');
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (grid[at + down] ??= [])[cell.column + right] = text;
    }
  });
  if (heads < 2) return grid;
  const names = grid[0]!.map((_, column) => [...new Set(grid.slice(0, heads).map((cells) => cells[column]))].join(''));
  return [names, ...grid.slice(heads)];
}

/** What the parser found. */
export function factsOfTree(documents: readonly ast.Document[]): Facts {
  const facts = Object.fromEntries(factKinds.map((kind) => [kind, [] as string[]])) as Facts;
  for (const document of documents) {
    const { docNumber, title, category, letterhead, agency, signedOn } = document;
    facts.document.push(row(docNumber?.canonical, title, category, letterhead, agency, signedOn));
    for (const part of document.children)
      facts.part.push(row(docNumber?.canonical, part.kind, part.label, part.title, part.position.start.line));
    walk(document, (node) => {
      const line = node.position.start.line;
      if (node.type === 'addressee') facts.addressee.push(row(inline(node.children).replace(/[:：]\s*$/, '')));
      if (node.type === 'section') {
        const heading = inline(node.heading)
          .trim()
          .replace(/[。:：]$/, '');
        const name = node.heading.length > 0 ? [heading, node.runIn] : ['unnamed'];
        facts.heading.push(row(line, levelOf(node.marker), node.marker.value, ...name));
      }
      if (node.type === 'table') facts.cell.push(...cellsOf(node.children[0]!.position.start.line, gridOf(node)));
      if (node.type === 'callout') {
        const printed = keyOf(inline(node.title)).replace(keyOf(node.label), '').replace(/^:/, '');
        facts.callout.push(row(node.label, printed, line, node.position.end.line));
      }
      if (node.type === 'citation' && node.docNumber)
        facts.citation.push(row(line, node.docNumber.canonical, node.title, node.relation));
      else if (node.type === 'citation') facts.titleRef.push(row(line, node.title));
    });
  }
  return facts;
}
