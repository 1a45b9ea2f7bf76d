import { isIssuer, titlesAgree } from './words/agreement';
import type * as ast from './ast';
import { readContents } from './front/contents';
import { buildDocument } from './documents/build-document';
import { separateNumbers } from './lines/glued-number';
import { readFrontMatter } from './front/front-matter';
import { keyOf } from './words/chars';
import { readNumberLine } from './words/doc-number';
import { EntryIndex } from './documents/entry-index';
import { HeadFinder, keyOfLines, longestFront } from './documents/head-finder';
import type { Head } from './documents/head-finder';
import { foldInnerContents } from './front/inner-contents';
import { markPhrases } from './citations/mark-citations';
import { readLines } from './lines/read-lines';
import { Messages } from './messages';
import { municipalityOf } from './words/municipality';
import { measureSetting } from './lines/paragraphs';
import type { Setting } from './lines/paragraphs';
import { fieldValue, settleKeysInText } from './front/portal';
import { Source } from './source';
import { headWithoutNumber } from './documents/standalone-head';
import { foldTables } from './tables/given';
import type { GivenTable } from './tables/given-table';
import { compareWithContents } from './documents/contents-check';

/** The grammar's door: text in, tree and doubts out. Pure; never throws. */

/**
 * Raised whenever the same text may give another tree: stored trees of older versions are parsed
 * anew.
 */
export const parserVersion = '5';

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
  const read = foldTables(readLines(source), tables);
  const whole = source.position({ start: 0, end: text.length });
  const tree: ast.Gazette = { type: 'gazette', kind: 'standalone', children: [], position: whole };
  const front = readFrontMatter(source, read);
  const settled = settleKeysInText(foldInnerContents(read, front.contents?.label), front.bodyFrom);
  if (front.issue) {
    tree.kind = 'issue';
    tree.issue = front.issue;
  }
  tree.children.push(...front.nodes);

  const groups = front.contents ? readContents(source, settled, front.contents.from, front.contents.to) : [];
  if (front.contents) {
    const label = settled[front.contents.label]!;
    const toc: ast.Toc = {
      type: 'toc',
      children: [
        { type: 'residue', value: source.slice(label.span), position: source.position(label.span) },
        ...groups,
      ],
      position: source.position({
        start: label.span.start,
        end: settled[Math.max(front.contents.to - 1, front.contents.label)]!.span.end,
      }),
    };
    tree.children.push(toc);
  }
  const standalone = tree.kind === 'standalone';
  const entries = new EntryIndex(groups);
  const lines = separateNumbers(source, settled, front.bodyFrom, (index, docNumber, title) =>
    standalone
      ? index < front.bodyFrom + longestFront
      : title
        ? entries.names(docNumber, title)
        : entries.has(docNumber),
  );
  const setting = measureSetting(lines.slice(front.bodyFrom));
  const settingOf = (from: number, to: number): Setting =>
    to - from >= fewestMeasured ? measureSetting(lines.slice(from, to)) : setting;
  const heads = new HeadFinder(lines, entries, front.bodyFrom, standalone).find();
  if (heads.length === 0 && standalone) {
    const head = headWithoutNumber(lines, front.bodyFrom, lines.length);
    if (head) heads.push(head);
  }
  if (standalone && heads[0]) completeFromPortal(heads[0], front.fields);

  const bodyTo = heads[0]?.from ?? lines.length;
  const first = heads[0] ? keyOfLines(lines, heads[0].titleFrom, heads[0].titleTo) : '';
  for (const line of lines.slice(front.bodyFrom, bodyTo)) {
    // A portal prints the title and the publisher over the document, which prints them again.
    const repeats =
      standalone &&
      first !== '' &&
      (titlesAgree(line.key, first) ||
        (line.key.includes(first) && line.key.length <= first.length + longestNumber) ||
        isIssuer(line.key));
    const type = repeats || line.kind === 'residue' || line.kind === 'metadata' ? 'residue' : 'unparsed';
    tree.children.push({ type, value: source.slice(line.span), position: source.position(line.span) });
    if (type === 'unparsed')
      messages.add('unparsed', 'warning', 'a line in front of the first document belongs to nothing', line.span);
  }
  const met = new Map<ast.TocEntry, ast.Document>();
  heads.forEach((head, at) => {
    const to = heads[at + 1]?.from ?? lines.length;
    const document = buildDocument({ source, lines, setting: settingOf(head.from, to), messages }, head, to);
    if (head.entry) met.set(head.entry, document);
    tree.children.push(document);
  });
  const documents = tree.children.filter((child): child is ast.Document => child.type === 'document');
  const municipality = municipalityOf(tree);
  if (municipality) tree.municipality = municipality;
  markPhrases(source, documents, messages, municipality);
  compareWithContents(groups, documents, met, messages);
  if (standalone && documents[0] && front.publishedOn) documents[0].publishedOn = front.publishedOn;
  return { tree, messages: messages.list };
}

/** A document of fewer lines tells less of how its lines are set than the whole source does. */
const fewestMeasured = 40;

/** 示政发〔2014〕20号《…实施意见》, as a portal calls its page: the title, and at most so much more. */
const longestNumber = 30;

/** A portal names number and title of a document that prints none itself: 发文字号: 示政发〔2024〕7号. */
function completeFromPortal(head: Head, fields: readonly ast.MetadataField[]): void {
  const value = fieldValue(fields, /^(?:文号|发文字号|发布文号)$/);
  const number = value && !head.docNumber ? readNumberLine(keyOf(value).replace(/\|.*$/, '')) : null;
  if (number) head.docNumber = number;
  const title = fieldValue(fields, /^(?:标题|名称|信息名称|文件名称)$/)?.replace(/(?<!\s)\s*\|.*$/, '');
  if (title && head.titleTo === head.titleFrom) head.named = title;
}

/** False for a text in which no document was found: it is no gazette. */
export function looksLikeGazette(tree: ast.Gazette): boolean {
  return tree.children.some((child) => child.type === 'document');
}

export type { GivenCell, GivenTable } from './tables/given-table';
export { titlesAgree } from './words/agreement';
export { findReferences } from './citations/find-references';
export type { Reference } from './citations/find-references';
export { issuerOfCode } from './words/code-issuer';
export { findDocNumbers, makeDocNumber, readDocNumber } from './words/doc-number';
export type { TypedNumber } from './words/doc-number';
export { readNumeral } from './words/numbers';
export { findSection, listCitations, listSectionTexts, outlineDocument, textOf } from './tree/outline';
export { fold } from './words/chars';
export { listDays } from './words/numbers';
export { genres } from './words/titles';
export { addMonths, lastDayOf, readSpan } from './clauses/spans';
export { listValidityClauses } from './clauses/validity-clauses';
export type { ValidityClause } from './clauses/validity-clauses';
export { addressOfLocator, followLocatorPath, readLocatorPath } from './tree/locator-address';
export type { LocatorPath } from './tree/locator-address';
export { leavesAt, listSectionLeaves } from './tree/section-leaves';
export type { Leaf, PlacedLeaf, SectionLeaves } from './tree/section-leaves';
export { printedName } from './tree/names';
export type { PathStep, SectionName } from './tree/names';
export { paragraphsOf, rowsOf } from './tree/walk';
export type { LocatedSection, OutlineEntry, SectionText } from './tree/outline';
