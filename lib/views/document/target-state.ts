/** What the portal holds of a cited document: it, nothing, or several documents that fit. */
export const TARGET_STATES = ['held', 'absent', 'several'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/**
 * Tells what the portal holds of a cited document.
 * @param candidates how many held documents fit the citation
 */
export function targetState(candidates: number): TargetState {
  if (candidates === 0) return 'absent';
  return candidates === 1 ? 'held' : 'several';
}
