import type { Line } from '../../line';
import type { BlockContext } from '../block-context';

/** A kind of block, and how its lines are taken. */
export interface BlockRule {
  /** Lines that the rule takes, as gazettes print them. */
  specimen: string;
  /**
   * Takes the lines at the cursor where they are such a block: adds it, and moves the cursor.
   * @param line the one at the cursor
   * @returns false, and nothing is changed, where the rule does not fit
   */
  take: (context: BlockContext, line: Line) => boolean;
}
