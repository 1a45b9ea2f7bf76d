import type { Place } from './engine';

/** Gives the place of a section, by which a search can be limited. */
export function placeOf({ kind, partKind }: { kind: string; partKind: string }): Place {
  if (kind === 'table') return 'table';
  return partKind === 'attachment' ? 'attachment' : 'text';
}
