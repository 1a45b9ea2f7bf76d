import { ChoiceList, type Choice } from './ChoiceList';

interface ChoiceGroupsProps {
  groups: readonly { name: string; choices: readonly Choice[] }[];
  /** What is counted: 件. */
  unit: string;
  /** The counts are the least there are. */
  capped: boolean;
}

/** Filters beside a list, each with its values and counts; folded away on a phone. */
export function ChoiceGroups({ groups, unit, capped }: ChoiceGroupsProps) {
  return (
    <nav className="filters" aria-label="筛选">
      <details>
        <summary>筛选</summary>
        {groups.map(({ name, choices }) => (
          <div key={name} role="group" aria-label={name}>
            <p className="group" aria-hidden="true">
              {name}
            </p>
            <ChoiceList choices={choices} unit={unit} capped={capped} />
          </div>
        ))}
      </details>
    </nav>
  );
}
