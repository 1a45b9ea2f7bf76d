import { typesetTexts } from '@/lib/text/typography';
import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { tableReasonWords } from '@/lib/text/table-reasons';
import type { FlowContext, FlowTable } from './flow';
import { flowRunOf } from './flow-spans';

/** Makes a table with its caption, and a remark where it is not certain. */
export function flowTable(node: ast.Table, context: FlowContext): FlowTable {
  const rows = rowsOf(node).map((row) =>
    row.children.map((cell) => ({
      paragraphs: paragraphsOf(cell).map((paragraph) => flowRunOf(paragraph.children, context)),
      header: cell.header,
      column: cell.column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
    })),
  );
  const firstBody = rows.findIndex((row) => row.some((cell) => !cell.header));
  const loose = node.confidence === 'unreconstructed' || node.columns === undefined;
  return {
    kind: 'table',
    id: node.id,
    caption: typesetTexts((node.caption ?? []).map(({ value }) => value)).join(''),
    ...(loose ? {} : { columns: node.columns! }),
    headRows: loose || firstBody < 0 ? 0 : firstBody,
    rows,
    remark: loose
      ? `表（未还原）：${node.reason ? tableReasonWords[node.reason] : ''}各格文字齐全，按原文顺序列出。`
      : node.confidence === 'inferred'
        ? '行列由文字推断，以公报原件为准。'
        : null,
  };
}
