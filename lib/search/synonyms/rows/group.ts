/** Words for the same thing, or for nearly the same. A reason holds for each row. */
export interface SynonymGroup {
  /**
   * exact: every word of a row stands for every other. oneWay: the first word stands for the
   * others, but also for something else or inside other words, so that these do not lead to it.
   * related: the words are not the same; they are offered, and never looked for unasked.
   */
  kind: 'exact' | 'oneWay' | 'related';
  /** Why the words of a row belong together. */
  reason: string;
  /** A row a line, its words between blanks. */
  rows: string;
}
