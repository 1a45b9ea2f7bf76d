import type { Line } from '../line';
import type { Setting } from '../lines/paragraphs';
import type { Source } from '../source';
import type { RowLayout } from './pieces';
import type { TableReason } from './reasons';

/** What finds tables and what rebuilds them both speak of. */

/** Where the lines of a table stand: indexes, `to` exclusive, the caption aside. */
export interface TableLines {
  /** `tabs`: a tab opens a cell. `lines`: a line is a cell. `given`: the file drew the table. */
  layout: RowLayout | 'tabs' | 'lines' | 'given';
  from: number;
  to: number;
  /** The table is not to be rebuilt. */
  reason?: TableReason;
}

/** A table with its caption: the lines `caption`…`from`; null for none. */
export interface TableRegion extends TableLines {
  caption: number | null;
}

/** What is known of the place where a table is looked for. */
export interface TableContext {
  source: Source;
  setting: Setting;
  /** The line continues the outline that is open: 四、 after 三、. */
  continuesOutline: (line: Line) => boolean;
  /**
   * The line begins something that no table runs over: an attachment, a signature, the next text.
   */
  isBoundary: (index: number) => boolean;
}
