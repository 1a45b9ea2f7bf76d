import type * as ast from '../ast';
import { fold, isBlank, keyOf } from '../words/chars';
import type { ParseResult } from '../parse-gazette';
import { tableReasons } from '../tables/reasons';
import { childrenOf, walk } from './walk';

/**
 * What became of a text, as counts: they tell whether a change of the grammar wins or loses on a
 * corpus.
 */

/** Groups of counts in the order in which they are shown. */
export const coverageGroups = {
  texts: 'Texts',
  characters: 'Characters with ink, by the node that holds them',
  documents: 'Documents by genre',
  parts: 'Parts',
  blocks: 'Blocks',
  headings: 'Headings by marker',
  levels: 'Headings by level and marker',
  numbered: 'Numbered paragraphs without a heading, by marker',
  tables: 'Tables by confidence',
  unreconstructed: 'Tables that were not rebuilt, by reason',
  cells: 'Cells of tables',
  citations: 'Citations by form (a range or a locator counts once more)',
  relations: 'Citations by relation',
  messages: 'Messages by severity and rule',
  unparsed: 'Unparsed lines by their first characters',
} as const;
export type CoverageGroup = keyof typeof coverageGroups;

/** Name → how many. */
export type Counts = Record<string, number>;
export type Coverage = Record<CoverageGroup, Counts>;

export const groupNames = Object.keys(coverageGroups) as CoverageGroup[];

/** Nothing counted yet. */
export const emptyCoverage = (): Coverage =>
  Object.fromEntries(groupNames.map((group): [CoverageGroup, Counts] => [group, {}])) as Coverage;

type Count = (group: CoverageGroup, name: string, times?: number) => void;

const counterInto =
  (coverage: Coverage): Count =>
  (group, name, times = 1) => {
    coverage[group][name] = (coverage[group][name] ?? 0) + times;
  };

/**
 * Counts what a parse made of a text. The `characters` are UTF-16 units; together they are all
 * units of the text that are no blanks: what lies in no leaf is counted as `lost`, what lies in two
 * as `twice`. Neither should ever be there.
 */
export function coverageOf(text: string, { tree, messages }: ParseResult): Coverage {
  const coverage = emptyCoverage();
  const count = counterInto(coverage);
  count('texts', tree.kind);
  countCharacters(text, tree, count);
  countNodes(tree, 0, count);
  for (const { severity, rule } of messages) count('messages', `${severity} ${rule}`);
  for (const { start } of unparsedLines(tree)) count('unparsed', start);
  return coverage;
}

/** Adds the counts of one text to those of others. */
export function addCoverage(sum: Coverage, more: Coverage): void {
  const count = counterInto(sum);
  for (const group of groupNames) for (const [name, times] of Object.entries(more[group])) count(group, name, times);
}

/** The marker styles as readers know them. */
const printedMarker: Record<ast.MarkerStyle, string> = {
  bian: '第一编',
  chapter: '第一章',
  division: '第一节',
  article: '第一条',
  hanComma: '一、',
  hanBracket: '(一)',
  digitPoint: '1.',
  decimal: '1.1',
  digitBracket: '(1)',
  circled: '①',
  question: '问:',
};

/** @param level sections that are open around the node */
function countNodes(node: ast.Node, level: number, count: Count): void {
  switch (node.type) {
    case 'document':
      count('documents', node.genre ?? 'without');
      break;
    case 'part':
      count('parts', node.kind);
      break;
    case 'section': {
      const marker = printedMarker[node.marker.style];
      level += 1;
      count(node.heading.length > 0 ? 'headings' : 'numbered', marker);
      if (node.heading.length > 0) count('levels', `${level} ${marker}`);
      break;
    }
    case 'table':
      count('tables', node.confidence);
      if (node.reason) count('unreconstructed', tableReasons[node.reason]);
      break;
    case 'tableCell':
      count('cells', 'all');
      if (node.header) count('cells', 'header');
      if (node.rowSpan > 1 || node.colSpan > 1) count('cells', 'merged');
      if (node.inferred) count('cells', 'inferred');
      break;
    case 'citation':
      count('citations', formOf(node));
      if (node.through) count('citations', 'range');
      if (node.locator) count('citations', 'with locator');
      count('relations', node.relation);
  }
  if (node.type === 'part' || node.type === 'section' || node.type === 'callout')
    for (const block of node.children)
      count('blocks', block.type === 'paragraph' && block.role ? `paragraph (${block.role})` : block.type);
  for (const child of childrenOf(node)) countNodes(child, level, count);
}

/**
 * How a citation is printed; an alias is a short name that stands for a number or a title, 《办法》.
 */
function formOf({ docNumber, title, aliasDefinition, value }: ast.Citation): string {
  if (aliasDefinition) return 'alias definition';
  const words = keyOf(value).replace(/^[《“]{1,2}|[》”]{1,2}$/g, '');
  if (docNumber) return words.includes('号') ? docNumber.form : 'alias';
  return words === keyOf(title ?? '') ? 'title only' : 'alias';
}

/** A text is counted by what holds it. These kinds have another name there than their own. */
const nameOf: Partial<Record<ast.Node['type'], string>> = {
  section: 'heading',
  table: 'caption',
  callout: 'callout title',
  tocGroup: 'contents heading',
  tocEntry: 'contents entry',
  metadataField: 'metadata',
  tableCell: 'table cell',
};

function countCharacters(text: string, tree: ast.Gazette, count: Count): void {
  const names = ['lost', 'twice', 'pipe'];
  const owner = new Uint8Array(text.length);
  const paint = (name: string, { start, end }: ast.Position): void => {
    let number = names.indexOf(name);
    if (number < 0) number = names.push(name) - 1;
    for (let at = start.offset; at < end.offset; at++) owner[at] = owner[at] === 0 ? number : 1;
  };
  const pipes: ast.Position[] = [];
  const visit = (node: ast.Node, parent: string): void => {
    const name = nameOf[node.type] ?? node.type;
    if (!('children' in node)) paint(node.type === 'text' ? parent : name, node.position);
    if (node.type === 'tableRow') pipes.push(node.position);
    for (const child of childrenOf(node)) visit(child, parent === 'table cell' ? parent : name);
  };
  visit(tree, tree.type);
  for (const { start, end } of pipes)
    for (let at = start.offset; at < end.offset; at++) if (owner[at] === 0 && fold(text[at]!) === '|') owner[at] = 2;

  const sums = names.map(() => 0);
  for (let at = 0; at < text.length; at++) if (!isBlank(text[at]!)) sums[owner[at]!]! += 1;
  names.forEach((name, number) => {
    if (sums[number]! > 0) count('characters', name, sums[number]);
  });
}

/**
 * First characters that two lines have in common when they are of one kind; figures are as good as
 * each other.
 */
const shownCharacters = 4;

/** The lines that were not placed: where each stands, counted from 1, and how it begins. */
export function unparsedLines(tree: ast.Gazette): { line: number; start: string }[] {
  const lines: { line: number; start: string }[] = [];
  walk(tree, (node) => {
    if (node.type !== 'unparsed') return;
    node.value.split(/\r\n|[\n\r]/).forEach((words, at) => {
      const key = keyOf(words.slice(0, 80)).replace(/\d/g, '0');
      if (key) lines.push({ line: node.position.start.line + at, start: [...key].slice(0, shownCharacters).join('') });
    });
  });
  return lines;
}

/** A count that is another one than before. */
export interface CoverageChange {
  group: CoverageGroup;
  name: string;
  before: number;
  after: number;
}

/**
 * Compares two countings, group by group.
 * Names are in the order of the newer one.
 */
export function changesBetween(before: Coverage, after: Coverage): CoverageChange[] {
  return groupNames.flatMap((group) =>
    [...new Set([...Object.keys(after[group]), ...Object.keys(before[group])])]
      .map((name) => ({ group, name, before: before[group][name] ?? 0, after: after[group][name] ?? 0 }))
      .filter((change) => change.before !== change.after),
  );
}
