import {
  textOfSpans,
  type FlowBlock,
  type FlowCell,
  type FlowTable,
  type FlowSpan,
} from '@/lib/export/files/flow/flow';
import { element, type XmlElement, type XmlNode } from '@/lib/export/xml';

type Writer<Block> = (block: Block) => XmlElement[];
type WriterRecord = { [Kind in FlowBlock['kind']]: Writer<Extract<FlowBlock, { kind: Kind }>> };

/** Writes a flow as XHTML of a book. Complete by type. */
const writers: WriterRecord = {
  part: ({ id, level, label, title }) => [
    element(
      headingName(level),
      { id, class: 'part' },
      ...(label ? [element('span', { class: 'label' }, label)] : []),
      // 附件1 is one entry with its title where a reading system lists headings.
      ...(label && title.length > 0 ? [element('br')] : []),
      title.join(''),
    ),
  ],
  heading: ({ id, level, face, centred, spans }) => [
    element(headingName(level), { id, class: centred ? `${face} centre` : face }, ...inline(spans)),
  ],
  paragraph: ({ id, role, lead, spans }) => [
    element(
      'p',
      { id, class: role === 'text' ? undefined : role },
      ...(lead ? [element('b', { class: lead.face }, ...inline(lead.spans))] : []),
      ...inline(spans),
    ),
  ],
  lines: ({ role, lines }) => [
    element('div', { class: role }, ...lines.map((spans) => element('p', {}, ...inline(spans)))),
  ],
  list: ({ items }) => [element('ul', {}, ...items.map((spans) => element('li', {}, ...inline(spans))))],
  callout: ({ id, level, title, children }) => [
    element('div', { id, class: 'callout' }, element(headingName(level), {}, title), ...epubBlocks(children)),
  ],
  table: (table) => [
    element(
      'div',
      { id: table.id, class: 'table' },
      ...(table.columns === undefined ? [...captionOf(table), looseRows(table)] : [grid(table)]),
      ...(table.remark ? [element('p', { class: 'remark' }, table.remark)] : []),
    ),
  ],
  unplaced: ({ remark, text }) => [element('p', { class: 'remark' }, remark), element('p', { class: 'flush' }, text)],
};

/** Writes a flow as XHTML of a book. */
export const epubBlocks = (blocks: readonly FlowBlock[]): XmlElement[] =>
  blocks.flatMap((block) => (writers[block.kind] as Writer<FlowBlock>)(block));

const headingName = (level: number): string => `h${Math.min(level, 6)}`;

const inline = (spans: readonly FlowSpan[]): XmlNode[] =>
  spans.map(({ text, href }) => (href === undefined ? text : element('a', { href }, text)));

const captionOf = ({ caption }: FlowTable): XmlElement[] =>
  caption ? [element('p', { class: 'caption' }, caption)] : [];

function grid(table: FlowTable): XmlElement {
  const rows = table.rows.map((row) => element('tr', {}, ...row.map(cell)));
  const body = rows.slice(table.headRows);
  return element(
    'table',
    {},
    ...(table.caption ? [element('caption', {}, table.caption)] : []),
    ...(table.headRows > 0 ? [element('thead', {}, ...rows.slice(0, table.headRows))] : []),
    ...(body.length > 0 ? [element('tbody', {}, ...body)] : []),
  );
}

function cell({ header, rowSpan, colSpan, paragraphs }: FlowCell): XmlElement {
  const [only, ...more] = paragraphs;
  const words = more.length === 0 ? inline(only ?? []) : paragraphs.map((spans) => element('p', {}, ...inline(spans)));
  const spans = { rowspan: rowSpan > 1 ? rowSpan : undefined, colspan: colSpan > 1 ? colSpan : undefined };
  return element(header ? 'th' : 'td', spans, ...words);
}

const looseRows = ({ rows }: FlowTable): XmlElement =>
  element(
    'ul',
    {},
    ...rows.map((row) => element('li', {}, row.map((each) => each.paragraphs.map(textOfSpans).join(' ')).join('　'))),
  );
