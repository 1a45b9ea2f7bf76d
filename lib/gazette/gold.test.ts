import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from './ast';
import { keyOf } from './chars';
import { scoreOf, type Score } from './testing/score';
import { documentsOf } from './testing/invariants';
import { goldJson, hasGold, realText } from './testing/texts';
import { paragraphsOf, rowsOf, walk } from './walk';

// What a careful human reader found in two of the real files, against what the parser finds. Blanks are left out on both
// sides; everything else is compared character for character, with the line it stands in.

interface GoldHeading {
  level: number;
  label: string;
  text: string;
  line: number;
  runIn: boolean;
  naming?: boolean;
  listItem?: boolean;
}
interface GoldPart {
  kind: string;
  label?: string;
  title: string;
  lines: [number, number];
  headings: GoldHeading[];
  callouts: { label: string; title: string; line: number; lastLine: number }[];
  /** Merged cells are repeated into every row that they span. */
  tables: { columns: string[]; rows: string[][]; lines: [number, number] }[];
}
interface GoldDocument {
  wenhao: string;
  title: string;
  category: string;
  letterhead: string;
  organ: string;
  signedOn: string;
  addressees: string | null;
  parts: GoldPart[];
  citations: { line: number; wenhao: string; title: string | null; relation: string }[];
  titleRefs: { line: number; title: string }[];
}

type Facts = Record<
  'document' | 'part' | 'addressee' | 'heading' | 'callout' | 'citation' | 'titleRef' | 'cell',
  string[]
>;

const row = (...cells: (string | number | boolean | null | undefined)[]): string =>
  cells.map((cell) => keyOf(String(cell ?? ''))).join('|');

const levels: Partial<Record<ast.MarkerStyle, number>> = {
  chapter: 0,
  hanComma: 1,
  hanBracket: 2,
  digitPoint: 3,
  digitBracket: 4,
  article: 5,
};
const inline = (nodes: readonly ast.Phrasing[]): string => nodes.map(({ value }) => value).join('');

function factsOfGold(documents: readonly GoldDocument[]): Facts {
  const parts = documents.flatMap((document) => document.parts.map((part) => ({ document, part })));
  const unnamed = ({ naming, listItem }: GoldHeading): boolean => naming === false && !listItem;
  return {
    document: documents.map((one) => row(one.wenhao, one.title, one.category, one.letterhead, one.organ, one.signedOn)),
    part: parts.map(({ document, part }) => row(document.wenhao, part.kind, part.label, part.title, part.lines[0])),
    addressee: documents.flatMap(({ addressees }) => (addressees ? [row(addressees)] : [])),
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
  rows.flatMap((cells, at) => cells.map((text, column) => row(line, at, column, text)));

/** The grid of a table with merged cells repeated into every row and column that they span. */
function gridOf(table: ast.Table): string[][] {
  const grid: string[][] = [];
  rowsOf(table).forEach((tableRow, at) => {
    let column = 0;
    for (const cell of tableRow.children) {
      while (grid[at]?.[column] !== undefined) column++;
      const text = paragraphsOf(cell)
        .map(({ children }) => inline(children))
        .join('');
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (grid[at + down] ??= [])[column + right] = text;
    }
  });
  return grid;
}

function factsOfTree(documents: readonly ast.Document[]): Facts {
  const facts: Facts = {
    document: [],
    part: [],
    addressee: [],
    heading: [],
    callout: [],
    citation: [],
    titleRef: [],
    cell: [],
  };
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
          .replace(/[。:]$/, '');
        const name = node.heading.length > 0 ? [heading, node.runIn] : ['unnamed'];
        facts.heading.push(row(line, levels[node.marker.style], node.marker.value, ...name));
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

const print = (name: string, kind: string, { hit, wanted, got }: Score): string =>
  `${name} ${kind}: recall ${(hit / wanted).toFixed(3)}, precision ${(hit / got).toFixed(3)} (${hit} of ${wanted}, ${got} found)`;

for (const name of ['000_f88b6e96d1ce0287', '003_6fffa44a20a38945'] as const) {
  describe.skipIf(!hasGold(name))(`what a reader annotated in ${name}`, () => {
    const gold = hasGold(name) ? factsOfGold((goldJson(name) as { documents: GoldDocument[] }).documents) : null;
    const found = hasGold(name) ? factsOfTree(documentsOf(parseGazette(realText(name)).tree)) : null;
    const kinds = ['document', 'part', 'addressee', 'heading', 'callout', 'citation', 'titleRef', 'cell'] as const;

    it.each(kinds)('the parser finds every %s and no other', (kind) => {
      const score = scoreOf(gold![kind], found![kind]);
      if (score.wanted + score.got > 0) console.info(print(name, kind, score));
      expect({ missed: score.missed, surplus: score.surplus }).toEqual({ missed: [], surplus: [] });
    });
  });
}
