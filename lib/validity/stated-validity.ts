import type { StatedForce, ValidityState } from './validity';

/** The first that fits, because 部分失效 and 尚未生效 have the words of others in them. */
const READINGS: readonly [RegExp, StatedForce][] = [
  [/^是$/u, 'inForce'],
  [/^否$/u, 'ended'],
  [/部分|修改|修订|修正/u, 'changed'],
  [/尚未|未生效|未施行|未实施|待生效|即将/u, 'pending'],
  [/失效|废止|无效|作废|停止执行|宣布失效/u, 'ended'],
  [/有效|生效/u, 'inForce'],
];

/** States that sentences prove and that cannot be true together with a publisher's words. */
const CONTRADICTIONS: Record<StatedForce, readonly ValidityState[]> = {
  inForce: ['repealed', 'expired'],
  ended: ['inForce', 'amended'],
  changed: ['repealed', 'expired'],
  pending: ['inForce', 'amended', 'repealed', 'expired'],
};

/** The next key of the block, where a value is missing; a form that nobody filled in: 有效/废止. */
const noValue = /日期|文号|关键词|索引号|待定|有效[^效]{0,3}(?:废止|失效|无效)|(?:废止|失效|无效)[^效]{0,3}有效/u;

/** Reads a publisher's words on validity; null for words that are not known. */
export function readStated(words: string): StatedForce | null {
  const key = words.replace(/\s/gu, '');
  return noValue.test(key) ? null : (READINGS.find(([pattern]) => pattern.test(key))?.[1] ?? null);
}

/** Whether a publisher's words on validity contradict the state that sentences prove. */
export function contradictsState(stated: string, state: ValidityState): boolean {
  const reading = readStated(stated);
  return reading !== null && CONTRADICTIONS[reading].includes(state);
}
