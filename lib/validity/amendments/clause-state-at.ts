/** What became of clauses, in one line each, by their addresses. */
export type ClauseStates = ReadonlyMap<string, string>;

/** Finds what became of a place: of its article, or of the section that it stands in. */
export function clauseStateAt(states: ClauseStates, address: string): string | null {
  for (let at = address; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const state = states.get(at);
    if (state !== undefined) return state;
  }
  return null;
}
