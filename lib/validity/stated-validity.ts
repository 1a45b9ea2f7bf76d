import type { ValidityState } from './validity';

/**
 * What a publisher's words on validity (有效性) come to.
 *
 * ended: 失效, 废止 · changed: 部分失效, 已修改 · pending: 尚未生效
 */
type StatedValidity = 'inForce' | 'ended' | 'changed' | 'pending';

/** The first that fits, because 部分失效 and 尚未生效 have the words of others in them. */
const READINGS: readonly [RegExp, StatedValidity][] = [
  [/部分|修改|修订|修正/u, 'changed'],
  [/尚未|未生效|未施行|未实施|待生效|即将/u, 'pending'],
  [/失效|废止|无效|作废|停止执行|宣布失效/u, 'ended'],
  [/有效|生效/u, 'inForce'],
];

/** States that sentences prove and that cannot be true together with a publisher's words. */
const CONTRADICTIONS: Record<StatedValidity, readonly ValidityState[]> = {
  inForce: ['repealed', 'expired'],
  ended: ['inForce', 'amended'],
  changed: ['repealed', 'expired'],
  pending: ['inForce', 'amended', 'repealed', 'expired'],
};

/** Whether a publisher's words on validity contradict the state that sentences prove. */
export function contradictsState(stated: string, state: ValidityState): boolean {
  const reading = READINGS.find(([words]) => words.test(stated))?.[1];
  return reading !== undefined && CONTRADICTIONS[reading].includes(state);
}
