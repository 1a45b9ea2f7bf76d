import type { StatedFact } from '@/lib/views/document/stated-facts';
import { contradictsState } from '@/lib/validity/stated-validity';
import type { ValidityState } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';

interface StatedValidityProps {
  stated: StatedFact<string>;
  /** What sentences prove. */
  state: ValidityState;
}

/** What the publisher states of the validity of a document: quoted, and no finding of ours. */
export function StatedValidity({ stated: { value, other }, state }: StatedValidityProps) {
  if (value === null) return null;
  const words = [value, other].filter((each) => each !== null);
  const isDoubtful = other !== null || words.some((each) => contradictsState(each, state));
  return (
    <p className="stated">
      <span className="label">来源标注</span>
      <span>{words.map((each) => `“${each}”`).join('，又作')}</span>
      <span className="quiet">
        {isDoubtful
          ? `${words.some((each) => contradictsState(each, state)) ? `与依据原文得出的“${VALIDITY_WORDS[state]}”不一致` : '两处标注不一致'}，本站不作取舍，请以发布机构的解释为准。`
          : '照录发布机构的标注，不作为本站判断的依据。'}
      </span>
    </p>
  );
}
