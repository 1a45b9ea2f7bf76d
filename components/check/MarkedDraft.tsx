import type { Finding } from '@/lib/check/report';
import { levelLooks } from '@/lib/views/check/check-levels';

/**
 * Shows the draft as it was pasted, with a link at each reference.
 * The link leads to what there is to say about the reference.
 */
export function MarkedDraft({ draft, findings }: { draft: string; findings: readonly Finding[] }) {
  const places = findings
    .flatMap(({ level, places: all }, index) =>
      all.map((place, time) => ({ ...place, level, number: index + 1, first: time === 0 })),
    )
    .sort((one, other) => one.start - other.start);
  let at = 0;
  return (
    <div className="checked">
      {places.map(({ start, end, level, number, first }) => {
        const between = draft.slice(at, start);
        at = end;
        const { word, sign } = levelLooks[level];
        return (
          <span key={start}>
            {between}
            <a
              className={`draft-mark level-${level}`}
              href={`#finding-${number}`}
              id={first ? `place-${number}` : undefined}
            >
              {draft.slice(start, end)}
              <sup>
                <span aria-hidden="true">{sign}</span>
                <span className="sr-only">{word}，见第 </span>
                {number}
                <span className="sr-only"> 处</span>
              </sup>
            </a>
          </span>
        );
      })}
      {draft.slice(at)}
    </div>
  );
}
