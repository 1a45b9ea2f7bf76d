import { hook } from '@/components/browser/hooks';

/** So many rows of a table that is read one by one are open at first (tables.css). */
const OPEN = 5;
/** Up to so many rows a table is shown whole; of a longer one the first are open (tables.css). */
const FOLDS = { above: 12, open: 10 };

/**
 * Switches a table of many columns between 表格 and 逐条.
 * It is a table on wide screens and a list of its rows on phones; the switch shows it the other
 * way. Which words the switch has depends on the width (tables.css).
 */
export const ViewSwitch = () => (
  <label className="view">
    <input type="checkbox" />
    <span className="by-item">逐条看</span>
    <span className="as-table">按表格看</span>
  </label>
);

/**
 * Opens the rows beyond the first five where rows are read one by one.
 * It holds nothing itself: the style sheet hides the rows while it is closed.
 */
export const RestOfItems = ({ rows, open }: { rows: number; open: boolean }) =>
  rows > OPEN && (
    <details className="rest one-by-one screen-only" open={open} {...hook('more-rows')}>
      <summary>
        <span className="more">展开其余 {rows - OPEN} 条</span>
        <span className="less">只看前 {OPEN} 条</span>
      </summary>
    </details>
  );

/** Opens the rows beyond the first ten of a long table. See `RestOfItems`. */
export const RestOfRows = ({ rows, open }: { rows: number; open: boolean }) =>
  rows > FOLDS.above && (
    <details className="rest rows screen-only" open={open} {...hook('more-rows')}>
      <summary>
        <span className="more">展开其余 {rows - FOLDS.open} 行</span>
        <span className="less">只看前 {FOLDS.open} 行</span>
      </summary>
    </details>
  );
