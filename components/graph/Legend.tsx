import type { Relation } from '@/lib/gazette/ast';
import { relationWord } from '@/lib/views/document/relation-words';
import { Mark } from './Mark';
import type { MarkKind } from '@/lib/views/graph/neighbour-view';

const marks: [MarkKind, string][] = [
  ['held', '已收录'],
  ['absent', '未收录'],
  ['ended', '已废止、已失效'],
];

/**
 * Explains the lines and marks of the picture.
 * Only the relations that occur in it are listed.
 */
export function Legend({ relations }: { relations: readonly Relation[] }) {
  return (
    <ul className="web-legend" aria-label="图例">
      {relations.map((relation) => (
        <li key={relation}>
          <LineSample relation={relation} />
          {relationWord(relation)}
        </li>
      ))}
      {marks.map(([kind, word]) => (
        <li key={kind}>
          <svg className="web-sample" viewBox="0 0 24 20" aria-hidden="true">
            <Mark kind={kind} x={12} y={10} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

/** A piece of the line that stands for a relation. */
export function LineSample({ relation }: { relation: Relation }) {
  return (
    <svg className="web-sample line" viewBox="0 0 36 20" aria-hidden="true">
      <path className={`edge ${relation}`} d="M1 10H35" />
    </svg>
  );
}
