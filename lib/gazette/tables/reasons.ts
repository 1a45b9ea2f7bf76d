/**
 * Why a table is shown cell by cell.
 * The words are for whoever runs the portal; those for readers are in lib/text.
 */
export const tableReasons = {
  blankForm: 'a blank form: labels without values',
  looseCells: 'short lines with many figures, whose rows and columns are unknown',
  noHeader: 'no header was recognised',
  tooManyCells: 'too many cells to reconstruct',
  tooFewCells: 'fewer cells than two rows need',
  tooFewRows: 'fewer than two rows have two cells',
  irregularColumns: 'the columns are not regular under any header',
  unclearHeads: 'two rows of heads, and it is not clear which stand above which',
  oneColumn: 'no row has more than one cell',
  tooManyColumns: 'a row has too many cells to reconstruct',
  headerOnly: 'a header without rows',
  shortFirstRow: 'the first row has fewer cells than one below, and is no header',
  shortRow: 'a row has too few cells',
  headerMisfit: 'the cells do not fill rows as long as the header',
  missingCell: 'the cells fit no number of columns: one is missing',
} as const;

/** The reason as the tree holds it. */
export type TableReason = keyof typeof tableReasons;
