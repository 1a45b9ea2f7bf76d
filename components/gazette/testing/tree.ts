import type * as ast from '@/lib/gazette/ast';
import { placeCells } from '@/lib/gazette/tables/place-cells';

/**
 * Short hands for small trees, written for the tests. Positions are all alike: no component reads
 * them but 未能识别.
 */
const position: ast.Position = { start: { line: 7, column: 1, offset: 0 }, end: { line: 7, column: 2, offset: 1 } };

export const text = (value: string): ast.Text => ({ type: 'text', value, position });

export const paragraph = (...children: (string | ast.Phrasing)[]): ast.Paragraph => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  position,
});

export const citation = (value: string, more: Partial<ast.Citation> = {}): ast.Citation => ({
  type: 'citation',
  value,
  relation: 'cites',
  position,
  ...more,
});

export const docNumber: ast.DocNumber = {
  form: 'bracketed',
  agencyCode: '示政发',
  year: 2020,
  serial: 1,
  canonical: '示政发〔2020〕1号',
};

export const section = (
  id: string,
  style: ast.MarkerStyle,
  marker: string,
  heading: string,
  more: Partial<ast.Section> = {},
): ast.Section => ({
  type: 'section',
  id,
  marker: { type: 'marker', style, ordinal: 1, value: marker, position },
  heading: heading === '' ? [] : [text(heading)],
  runIn: false,
  children: [],
  position,
  ...more,
});

export const cell = (value: string, more: Partial<ast.TableCell> = {}): ast.TableCell => ({
  type: 'tableCell',
  header: false,
  column: 0,
  rowSpan: 1,
  colSpan: 1,
  children: [paragraph(value)],
  position,
  ...more,
});

/** A table of cells, which get their columns from their spans. */
export const table = (rows: ast.TableCell[][], more: Partial<ast.Table> = {}): ast.Table => ({
  type: 'table',
  id: 'biao1',
  confidence: 'certain',
  columns: Math.max(...rows.map((row) => row.length)),
  children: placeCells(rows)!.map((cells) => ({
    type: 'tableRow',
    children: cells.map(({ cell: each, column }) => ({ ...each, column })),
    position,
  })),
  position,
  ...more,
});

/** One block of every kind that stands in a part. */
export const everyBlock: { [Kind in ast.Block['type']]: Extract<ast.Block, { type: Kind }> } = {
  letterhead: { type: 'letterhead', value: '示例市人民政府文件', position },
  numberLine: { type: 'numberLine', value: '示政发〔2020〕1号', position },
  title: { type: 'title', children: [text('示例市人民政府关于'), text('节约用水的通知')], position },
  label: { type: 'label', value: '附件1', position },
  addressee: { type: 'addressee', children: [text('各县(区)人民政府:')], position },
  section: section('1', 'hanComma', '一、', '总体要求', { children: [paragraph('要求如下。')] }),
  paragraph: paragraph('正文,第一段。'),
  list: {
    type: 'list',
    children: [{ type: 'listItem', role: '组长', children: [text('组长:甲')], position }],
    position,
  },
  table: table([
    [cell('指标', { header: true }), cell('数量', { header: true })],
    [cell('树'), cell('3')],
  ]),
  callout: {
    type: 'callout',
    id: 'zhuanlan1',
    label: '专栏1',
    title: [text('专栏 1 雨水花园')],
    children: [paragraph('建设花园。')],
    position,
  },
  signature: {
    type: 'signature',
    agencies: ['示例市人民政府'],
    signedOn: '2020-01-02',
    children: [text('示例市人民政府'), text('2020年1月2日')],
    position,
  },
  note: { type: 'note', children: [text('(此件公开发布)')], position },
  attachmentList: { type: 'attachmentList', children: [text('附件:1.清单')], position },
  imprint: { type: 'imprint', children: [text('抄送:市委各部门。')], position },
  residue: { type: 'residue', value: '[bookmark: a]', position },
  unparsed: { type: 'unparsed', value: '无处可放的字', position },
};
