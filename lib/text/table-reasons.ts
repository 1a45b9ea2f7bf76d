import type { TableReason } from '@/lib/gazette';

const noColumns = '原文没有保留表格的行列，列数不能确定。';
const unequalRows = '各行的格数对不上，缺的是哪一格不能确定。';

/** Why a table was not rebuilt, for readers: one Chinese sentence each. */
export const tableReasonWords: Record<TableReason, string> = {
  blankForm: '这是一份空白表格，只有栏目，没有填写的内容。',
  looseCells: noColumns,
  noHeader: noColumns,
  tooManyCells: '表格太长，没有推断行列。',
  tooFewCells: '格数太少，不够排成两行，行列不能确定。',
  tooFewRows: '有两格以上的行不足两行，行列不能确定。',
  irregularColumns: noColumns,
  unclearHeads: '表头有两层，哪几栏属于同一个大栏不能确定。',
  oneColumn: '每行只有一格，看不出分栏。',
  tooManyColumns: '一行的格数太多，没有推断分栏。',
  headerOnly: '只认出表头，没有认出下面的内容行。',
  shortFirstRow: unequalRows,
  shortRow: unequalRows,
  headerMisfit: unequalRows,
  missingCell: unequalRows,
};
