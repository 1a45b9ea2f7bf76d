import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { EM, face } from './docx-faces';
import { TEXT_WIDTH } from './docx-page';
import { runs } from './docx-runs';
import { docxTable, needsLandscape } from './docx-table';
import { textOfSpans, type FlowBlock, type FlowLines, type FlowParagraph } from '@/lib/export/files/flow/flow';
import { setTitle } from './title-lines';
import { xmlText } from '@/lib/export/xml';

/** A block of a Word file. */
export type DocxBlock = Paragraph | Table;
type Writer<Block> = (block: Block) => DocxBlock[];
type WriterRecord = { [Kind in FlowBlock['kind']]: Writer<Extract<FlowBlock, { kind: Kind }>> };

/** Characters of 2号 in a line. */
const TITLE_WIDTH = 19;

const levels = Object.values(HeadingLevel).filter((level) => level !== 'Title');

/** Gives the library's name of a heading's level; the sixth stands for deeper ones. */
export const headingLevel = (level: number) => levels[Math.min(level, 6) - 1]!;

const blank = () => new Paragraph({ style: 'Flush' });

/** Flow → Word. Complete by type. */
const writers: WriterRecord = {
  part: ({ label, title, level }) => {
    const heading = { heading: headingLevel(level) };
    const labelled: DocxBlock[] = label
      ? [
          new Paragraph({
            ...(title.length === 0 ? heading : {}),
            style: 'Flush',
            pageBreakBefore: true,
            children: runs([{ text: label }], 'hei'),
          }),
          blank(),
        ]
      : [];
    return title.length === 0
      ? labelled
      : [...labelled, titleParagraph(title, { ...heading, pageBreakBefore: label === null }), blank()];
  },
  heading: ({ level, face, centred, spans }) => [
    new Paragraph({
      heading: headingLevel(level),
      ...(centred ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
      children: runs(spans, face),
    }),
  ],
  paragraph: (block) => [new Paragraph({ ...paragraphLook[block.role], children: paragraphRuns(block) })],
  lines: (block) => lineWriters[block.role](block),
  list: ({ items }) => items.map((spans) => new Paragraph({ style: 'Item', children: runs(spans) })),
  callout: ({ title, level, children }) => [box(title, level, children), blank()],
  table: (table) => docxTable(table, false),
  unplaced: ({ remark, text }) => [
    new Paragraph({ style: 'Small', children: runs([{ text: remark }], 'hei') }),
    new Paragraph({ style: 'Flush', children: runs([{ text }]) }),
  ],
};

/** Writes a flow as blocks of a Word file. */
const docxBlocks = (blocks: readonly FlowBlock[]): DocxBlock[] =>
  blocks.flatMap((block) => (writers[block.kind] as Writer<FlowBlock>)(block));

/** Splits a flow by the orientation of its pages: a wide table is landscape. */
export function docxPages(blocks: readonly FlowBlock[]): { landscape: boolean; children: DocxBlock[] }[] {
  const pages: { landscape: boolean; children: DocxBlock[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    // The title of an attachment that is one wide table goes on its landscape page.
    const table = block.kind === 'part' ? blocks[at + 1] : block;
    const landscape = table?.kind === 'table' && needsLandscape(table);
    const children = block.kind === 'table' ? docxTable(block, landscape) : docxBlocks([block]);
    const last = pages.at(-1);
    if (last?.landscape === landscape) last.children.push(...children);
    else pages.push({ landscape, children });
  }
  return pages;
}

/**
 * Writes a title as one paragraph, broken into lines by sense. So it is one entry of the
 * navigation.
 */
export function titleParagraph(pieces: readonly string[], options: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({
    ...options,
    style: 'PartTitle',
    children: setTitle(pieces, TITLE_WIDTH).map(
      (text, at) => new TextRun({ text: xmlText(text), font: face('biaosong'), ...(at > 0 ? { break: 1 } : {}) }),
    ),
  });
}

const paragraphLook: Record<FlowParagraph['role'], Partial<IParagraphOptions>> = {
  text: {},
  quote: {},
  addressee: { style: 'Flush' },
  note: {},
  flush: { style: 'Flush' },
};

const paragraphRuns = ({ lead, spans, role }: FlowParagraph) => [
  ...(lead ? runs(lead.spans, lead.face) : []),
  ...runs(spans, role === 'quote' ? 'kai' : 'fangsong'),
];

const lineWriters: Record<FlowLines['role'], Writer<FlowLines>> = {
  signature,
  attachments: ({ lines }) => [
    blank(),
    ...lines.map(
      (spans, at) =>
        new Paragraph({
          style: 'Attachments',
          // Further attachments are aligned with the first number behind 附件：.
          ...(at > 0 ? { indent: { firstLine: 0, left: 5 * EM } } : {}),
          children: runs(spans),
        }),
    ),
  ],
  imprint: ({ lines }) => [
    blank(),
    ...lines.map(
      (spans, at) =>
        new Paragraph({
          style: 'Imprint',
          border: { ...(at === 0 ? { top: rule } : {}), bottom: rule },
          children: runs(spans, 'fangsong', 28),
        }),
    ),
  ],
  title: ({ lines }) => [titleParagraph(lines.map(textOfSpans))],
};

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 };

/** Writes a 落款: agency and date centred on each other, at the right, indented by two characters. */
function signature({ lines }: FlowLines): DocxBlock[] {
  const lengths = lines.map((spans) => lengthOf(textOfSpans(spans)));
  const widest = Math.max(...lengths);
  return [
    blank(),
    ...lines.map(
      (spans, at) =>
        new Paragraph({
          style: 'Signature',
          keepLines: true,
          keepNext: at < lines.length - 1,
          indent: { firstLine: 0, right: Math.round((2 + (widest - lengths[at]!) / 2) * EM) },
          children: runs(spans),
        }),
    ),
  ];
}

/** Measures a text in characters; figures take half of one. */
const lengthOf = (text: string): number => text.length - (text.match(/[ -~]/g)?.length ?? 0) / 2;

/** Writes a 专栏 as a box. */
function box(title: string, level: number, children: readonly FlowBlock[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH.portrait, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH.portrait],
    margins: { top: 100, bottom: 100, left: 160, right: 160 },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children: [
              new Paragraph({
                heading: headingLevel(level),
                // In a table it would keep the whole box on one page.
                keepNext: false,
                alignment: AlignmentType.CENTER,
                indent: { firstLine: 0 },
                children: runs([{ text: title }], 'hei'),
              }),
              ...docxBlocks(children),
            ],
          }),
        ],
      }),
    ],
  });
}
