/** What the portal may hold of a cited document: it, nothing, or several that fit. */
export const TARGET_STATES = ['held', 'absent', 'several'] as const;
/** One of these. */
export type TargetState = (typeof TARGET_STATES)[number];

/**
 * Gives what the portal holds of a cited document.
 * @param candidates held documents that fit the citation
 */
export function targetState(candidates: number): TargetState {
  if (candidates === 0) return 'absent';
  return candidates === 1 ? 'held' : 'several';
}
