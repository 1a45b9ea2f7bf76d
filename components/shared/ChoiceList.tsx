/** A value of a filter. */
export interface Choice {
  value: string;
  label: string;
  /** How much was found that has it. */
  count: number;
  /** Address with the value set; of the one that is set, without it. */
  href: string;
  chosen: boolean;
}

/** Values listed at once; the others are folded away. */
const LISTED = 8;

interface ChoiceListProps {
  choices: readonly Choice[];
  /** What is counted: 件. */
  unit: string;
  /** The counts are the least there are. */
  capped: boolean;
}

/** The values of one filter as links, each with its count. */
export function ChoiceList({ choices, unit, capped }: ChoiceListProps) {
  // The one that is chosen is never folded away.
  const ordered = [...choices].sort((one, other) => Number(other.chosen) - Number(one.chosen));
  const shown = choices.length <= LISTED ? choices : ordered;
  const rest = shown.slice(LISTED);
  return (
    <>
      <Lines choices={shown.slice(0, LISTED)} unit={unit} capped={capped} />
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项</summary>
          <Lines choices={rest} unit={unit} capped={capped} />
        </details>
      )}
    </>
  );
}

function Lines({ choices, unit, capped }: ChoiceListProps) {
  return (
    <ul>
      {choices.map(({ value, label, count, href, chosen }) => (
        <li key={value}>
          <a href={href} rel="nofollow" aria-current={chosen ? 'true' : undefined}>
            <span className="word">
              {chosen && <span aria-hidden="true">× </span>}
              {label}
              {chosen && <span className="sr-only">，去掉</span>}
            </span>
            <span className="count">
              {count}
              {capped && '+'}
              <span className="sr-only"> {unit}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
