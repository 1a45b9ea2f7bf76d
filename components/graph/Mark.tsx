import type { MarkKind } from '@/lib/views/graph/neighbour-view';

/**
 * The mark of a document: filled where the portal holds it, an open ring of dashes where it does
 * not, a ring that is struck through where it has ended.
 */
export function Mark({ kind, x, y }: { kind: MarkKind; x: number; y: number }) {
  return (
    <>
      <circle className={`mark-dot ${kind}`} cx={x} cy={y} r={6} />
      {kind === 'ended' && <line className="mark-dot ended" x1={x - 10} x2={x + 10} y1={y} y2={y} />}
    </>
  );
}
