/** How typed words were taken that find nothing as they stand. */
export interface Understanding {
  /**
   * place: a municipality in front is its filter. spelling: other characters. words: without
   * question words, parted at word boundaries, perhaps without some of them.
   */
  kinds: readonly ('place' | 'spelling' | 'words')[];
  /** The words that were left out because nothing has them with the others. */
  left: readonly string[];
}
