import type * as ast from './ast';
import { markCitations } from './citations/mark-citations';
import { buildDocuments } from './documents/build-documents';
import { compareWithContents } from './documents/contents-check';
import { EntryIndex } from './documents/entry-index';
import { findDocuments } from './documents/find-documents';
import { longestFront } from './documents/head';
import { linesInFront } from './documents/lines-in-front';
import { municipalityOf } from './documents/municipality-of';
import { readContents } from './front/contents';
import { readFrontMatter } from './front/front-matter';
import type { FrontMatter } from './front/front-matter';
import { foldInnerContents } from './front/inner-contents';
import { settleKeysInText } from './front/portal';
import type { Line } from './line';
import { separateNumbers } from './lines/glued-number';
import { readLines } from './lines/read-lines';
import { Messages } from './messages';
import { Source } from './source';
import { foldTables } from './tables/fold-tables';
import type { GivenTable } from './tables/given-table';

/**
 * Version of the grammar, stored beside every tree. Raise it whenever the same text may give
 * another tree: trees of older versions are parsed anew.
 */
export const parserVersion = '10';

/** The tree of a text, and the parser's doubts about it. */
export interface ParseResult {
  tree: ast.Gazette;
  messages: ast.Message[];
}

/**
 * Parses the text of a gazette issue or of one document. Pure; never throws.
 * @param text decoded source, any line ends; positions in the tree are offsets into it
 * @param options `tables` that the file itself drew (HTML, Word, Markdown), in source order
 */
export function parseGazette(text: string, { tables = [] }: { tables?: readonly GivenTable[] } = {}): ParseResult {
  const source = new Source(text);
  const messages = new Messages(source);

  const printed = foldTables(readLines(source), tables);
  const front = readFrontMatter(source, printed);
  if (front.contents && !front.issue && front.nodes.some(({ type }) => type === 'masthead')) {
    const reason = 'a masthead stands above contents, but names no year and number of an issue';
    messages.add('issue-unknown', 'warning', reason, printed[front.contents.label]?.span);
  }
  const body = settleFurniture(printed, front);
  const contents = readContents(source, body, front.contents);
  const entries = new EntryIndex(contents.groups);
  const lines = separateHeadNumbers(source, body, front, entries);
  const heads = findDocuments(lines, entries, front);
  const unplaced = linesInFront({ source, lines, messages }, heads[0], front);
  const { documents, byEntry } = buildDocuments({ source, lines, messages }, heads, front.bodyFrom);
  const municipality = municipalityOf(front.issue, documents);
  markCitations(source, documents, messages, municipality);
  compareWithContents(contents.groups, documents, byEntry, messages);
  if (front.kind === 'standalone' && documents[0] && front.publishedOn) documents[0].publishedOn = front.publishedOn;

  const tree: ast.Gazette = {
    type: 'gazette',
    kind: front.kind,
    children: [...front.nodes, ...contents.nodes, ...unplaced, ...documents],
    position: source.position({ start: 0, end: text.length }),
    ...(front.issue ? { issue: front.issue } : {}),
    ...(municipality ? { municipality } : {}),
  };
  return { tree, messages: messages.list };
}

/** Marks page furniture of the body: contents that a text prints of itself, lines of the portal. */
function settleFurniture(lines: readonly Line[], { contents, bodyFrom }: FrontMatter): Line[] {
  return settleKeysInText(foldInnerContents(lines, contents?.label), bodyFrom);
}

/** Cuts the lines that hold both title and number of a document which begins there. */
function separateHeadNumbers(
  source: Source,
  lines: readonly Line[],
  { kind, bodyFrom }: FrontMatter,
  entries: EntryIndex,
): Line[] {
  return separateNumbers(source, lines, bodyFrom, (index, docNumber, title) => {
    if (kind === 'standalone') return index < bodyFrom + longestFront;
    if (!docNumber) return entries.titled(title) !== undefined;
    return title ? entries.names(docNumber, title) : entries.has(docNumber);
  });
}

/** Tells whether any document was found: a text without one is no gazette. */
export function looksLikeGazette(tree: ast.Gazette): boolean {
  return tree.children.some((child) => child.type === 'document');
}
