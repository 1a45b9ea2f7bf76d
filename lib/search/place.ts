import type { Place } from './engine';

/** Takes kind and part of a section; gives the place by which a search can be limited to it. */
export function placeOf({ kind, partKind }: { kind: string; partKind: string }): Place {
  if (kind === 'table') return 'table';
  return partKind === 'attachment' ? 'attachment' : 'text';
}
