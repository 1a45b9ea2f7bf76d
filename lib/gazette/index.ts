import type * as ast from './ast';
import { readContents } from './contents';
import { buildDocument } from './documents';
import { readFrontMatter } from './front-matter';
import { findHeads, headWithoutNumber } from './heads';
import { markPhrases } from './inline';
import { readLines } from './lines';
import { Messages } from './messages';
import { municipalityOf } from './municipality';
import { measureSetting } from './paragraphs';
import { Source } from './source';
import { foldTables } from './tables/given';
import type { GivenTable } from './tables/given';
import { compareWithContents } from './witness';

/** The grammar's door: text in, tree and doubts out. Pure; never throws. */

/** Raised whenever the same text may give another tree: stored trees of older versions are parsed anew. */
export const parserVersion = '3';

export interface ParseResult {
  tree: ast.Gazette;
  messages: ast.Message[];
}

/**
 * Parses the text of a gazette issue or of one document.
 * @param text decoded source, any line ends; positions in the tree are offsets into it
 * @param tables that the file itself drew (HTML, Word, Markdown), in source order
 */
export function parseGazette(text: string, { tables = [] }: { tables?: readonly GivenTable[] } = {}): ParseResult {
  const source = new Source(text);
  const messages = new Messages(source);
  const lines = foldTables(readLines(source), tables);
  const whole = source.position({ start: 0, end: text.length });
  const tree: ast.Gazette = { type: 'gazette', kind: 'standalone', children: [], position: whole };
  const front = readFrontMatter(source, lines);
  const setting = measureSetting(lines.slice(front.bodyFrom));
  if (front.issue) {
    tree.kind = 'issue';
    tree.issue = front.issue;
  }
  tree.children.push(...front.nodes);

  const groups = front.contents ? readContents(source, lines, front.contents.from, front.contents.to) : [];
  if (front.contents) {
    const label = lines[front.contents.label]!;
    const toc: ast.Toc = {
      type: 'toc',
      children: [
        { type: 'residue', value: source.slice(label.span), position: source.position(label.span) },
        ...groups,
      ],
      position: source.position({
        start: label.span.start,
        end: lines[Math.max(front.contents.to - 1, front.contents.label)]!.span.end,
      }),
    };
    tree.children.push(toc);
  }
  const entries = groups.flatMap((group) =>
    group.children.filter((child): child is ast.TocEntry => child.type === 'tocEntry'),
  );
  const standalone = tree.kind === 'standalone';
  const heads = findHeads(lines, front.bodyFrom, lines.length, entries, standalone);
  if (heads.length === 0 && standalone) {
    const head = headWithoutNumber(lines, front.bodyFrom, lines.length);
    if (head) heads.push(head);
  }

  const bodyTo = heads[0]?.from ?? lines.length;
  for (const line of lines.slice(front.bodyFrom, bodyTo)) {
    const type = line.kind === 'residue' || line.kind === 'metadata' ? 'residue' : 'unparsed';
    tree.children.push({ type, value: source.slice(line.span), position: source.position(line.span) });
    if (type === 'unparsed')
      messages.add('unparsed', 'warning', 'a line in front of the first document belongs to nothing', line.span);
  }
  heads.forEach((head, at) => {
    const document = buildDocument({ source, lines, setting, messages }, head, heads[at + 1]?.from ?? lines.length);
    tree.children.push(document);
  });
  const documents = tree.children.filter((child): child is ast.Document => child.type === 'document');
  markPhrases(source, documents, messages);
  compareWithContents(groups, documents, messages);
  const municipality = municipalityOf(tree);
  if (municipality) tree.municipality = municipality;
  if (standalone && documents[0] && front.publishedOn) documents[0].publishedOn = front.publishedOn;
  return { tree, messages: messages.list };
}

/** False for a text in which no document was found: it is no gazette. */
export function looksLikeGazette(tree: ast.Gazette): boolean {
  return tree.children.some((child) => child.type === 'document');
}

export type { GivenCell, GivenTable } from './tables/given';
export { findDocNumbers, makeDocNumber, readDocNumber } from './doc-number';
export type { TypedNumber } from './doc-number';
export { findSection, listCitations, listSectionTexts, outlineDocument, textOf } from './outline';
export { paragraphsOf, rowsOf } from './walk';
export type { FoundSection, OutlineEntry, SectionText } from './outline';
