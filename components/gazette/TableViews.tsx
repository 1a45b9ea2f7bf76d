import { hook } from '@/components/browser/hooks';

/** So many rows of a table that is read one by one are open at first (tables.css). */
const OPEN = 5;

/**
 * 表格 or 逐条: a table of many columns is a table where there is space and a list of its rows on
 * phones; the switch shows it the other way. Which word it bears hangs on the width (tables.css).
 */
export const ViewSwitch = () => (
  <label className="view">
    <input type="checkbox" />
    <span className="by-item">逐条看</span>
    <span className="as-table">按表格看</span>
  </label>
);

/**
 * Where rows are read one by one: opens those beyond the first five. Holds nothing itself, the
 * style sheet hides the rows while it is closed.
 */
export const RestOfItems = ({ rows, open }: { rows: number; open: boolean }) =>
  rows > OPEN && (
    <details className="rest screen-only" open={open} {...hook('more-rows')}>
      <summary>
        <span className="more">展开其余 {rows - OPEN} 条</span>
        <span className="less">只看前 {OPEN} 条</span>
      </summary>
    </details>
  );
