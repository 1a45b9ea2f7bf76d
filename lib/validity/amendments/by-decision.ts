import type { DecidedOperation } from './changes';

/** Groups operations by decision and day, the earliest first; unknown days last. */
export function groupByDecision(operations: readonly DecidedOperation[]): DecidedOperation[][] {
  const keyOf = ({ day, saidOn, decision }: DecidedOperation): string =>
    [day, saidOn].map((each) => each?.toISOString() ?? '9').join() + `${decision.municipality.slug}/${decision.slug}`;
  const groups = new Map<string, DecidedOperation[]>();
  for (const operation of operations) {
    const key = keyOf(operation);
    groups.set(key, [...(groups.get(key) ?? []), operation]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => group.sort((one, other) => one.position - other.position));
}
