import { typesetText } from '@/lib/text/typography';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';
import {
  textOfSpans,
  type FlowBlock,
  type FlowCell,
  type FlowTable,
  type FlowSpan,
} from '@/lib/export/files/flow/flow';
import { flowDocument, flowOfSection } from '@/lib/export/files/flow/flow-document';
import { escapeXml } from '@/lib/export/xml';
import { sourceNote } from './source-note';

type Writer<Block> = (block: Block) => string[];
type WriterRecord = { [Kind in FlowBlock['kind']]: Writer<Extract<FlowBlock, { kind: Kind }>> };

/**
 * Prints a document as CommonMark with GFM tables. As on the page, numbers are printed text and
 * citations are links.
 */
export function printMarkdown(document: FileDocument): string {
  const { docNumber, title } = document;
  return joinBlocks([
    `# ${escape(typesetText(title))}`,
    ...(docNumber ? [escape(docNumber)] : []),
    ...markdownBlocks(flowDocument(document, 2)),
    '---',
    ...sourceNote(document).map(escape),
  ]);
}

/** Prints a section as Markdown, with the document that it is from. */
export const printSectionMarkdown = (section: FileSection): string =>
  joinBlocks([
    ...markdownBlocks(flowOfSection(section)),
    '---',
    escape([typesetText(section.document.title), section.document.docNumber].filter(Boolean).join(' ')),
    ...sourceNote(section.document, { url: section.url }).map(escape),
  ]);

const joinBlocks = (blocks: readonly string[]): string => `${blocks.filter(Boolean).join('\n\n')}\n`;

const heading = (level: number, text: string) => `${'#'.repeat(Math.min(level, 6))} ${text}`;

/** Writes a flow as Markdown. Complete by type. */
const writers: WriterRecord = {
  part: ({ level, label, title }) => [
    heading(
      level,
      [label, title.join('')]
        .filter(Boolean)
        .map((text) => escape(text!))
        .join('　'),
    ),
  ],
  heading: ({ level, spans }) => [heading(level, inline(spans))],
  paragraph: ({ lead, spans, role }) => [
    `${role === 'quote' ? '> ' : ''}${escapeStart(`${lead ? strong(lead.spans) : ''}${inline(spans)}`)}`,
  ],
  // Two blanks at the end break the line.
  lines: ({ lines, role }) => [
    role === 'title'
      ? `**${lines.map(inline).join('')}**`
      : lines.map((spans) => escapeStart(inline(spans))).join('  \n'),
  ],
  list: ({ items }) => [items.map((spans) => `- ${escapeStart(inline(spans))}`).join('\n')],
  callout: ({ title, level, children }) => [
    joinBlocks([heading(level, escape(title)), ...markdownBlocks(children)])
      .trimEnd()
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n'),
  ],
  table: (table) => [
    ...(table.caption ? [`**${escape(table.caption)}**`] : []),
    table.columns === undefined ? looseRows(table) : grid(table),
    ...(table.remark ? [`*${escape(table.remark)}*`] : []),
  ],
  unplaced: ({ remark, text }) => [`*${escape(remark)}*`, escapeStart(escape(text))],
};

/** Writes a flow as blocks of Markdown. */
const markdownBlocks = (blocks: readonly FlowBlock[]): string[] =>
  blocks.flatMap((block) => (writers[block.kind] as Writer<FlowBlock>)(block));

const inline = (spans: readonly FlowSpan[]): string =>
  spans.map(({ text, href }) => (href === undefined ? escape(text) : `[${escape(text)}](${href})`)).join('');

/**
 * Bold ends only behind a letter if another letter follows, so 指导思想。 keeps its full stop outside.
 */
function strong(spans: readonly FlowSpan[]): string {
  const text = inline(spans);
  if (spans.some(({ href }) => href !== undefined)) return text;
  const [, words, end] = /^(.*?)([\p{P}\s]*)$/su.exec(text)!;
  return words === '' ? text : `**${words!}**${end!}`;
}

/** Escapes characters that have a meaning in Markdown. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

/** Escapes the start of a line: 1. would be counted again, - and + would be bullets. */
const escapeStart = (text: string): string =>
  text.replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3').replace(/^(\s*)([-+=])/, '$1\\$2');

const cellText = (cell: FlowCell): string => cell.paragraphs.map(inline).join('<br>');

/** Uses pipes where every cell is one; merged cells need HTML, which Markdown allows. */
function grid(table: FlowTable): string {
  const merged = table.rows.some((row) => row.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1));
  if (merged || table.headRows !== 1) return htmlTable(table);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head, ...body] = table.rows.map((row) => line(row.map(cellText)));
  return [head, line(new Array<string>(table.columns!).fill('---')), ...body].join('\n');
}

function htmlTable({ rows }: FlowTable): string {
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '');
  const cell = (each: FlowCell) => {
    const tag = each.header ? 'th' : 'td';
    const words = each.paragraphs.map((spans) => escapeXml(textOfSpans(spans))).join('<br>');
    return `<${tag}${span('rowspan', each.rowSpan)}${span('colspan', each.colSpan)}>${words}</${tag}>`;
  };
  return ['<table>', ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`), '</table>'].join('\n');
}

const looseRows = ({ rows }: FlowTable): string =>
  rows.map((row) => `- ${escapeStart(row.map((cell) => cell.paragraphs.map(inline).join(' ')).join('　'))}`).join('\n');
