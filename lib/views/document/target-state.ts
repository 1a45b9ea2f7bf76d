/** What the portal holds of a cited document: it, nothing, or several documents that fit. */
export const TARGET_STATES = ['held', 'absent', 'several'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** Takes how many held documents fit a citation; gives what the portal holds of its document. */
export function targetState(candidates: number): TargetState {
  if (candidates === 0) return 'absent';
  return candidates === 1 ? 'held' : 'several';
}
