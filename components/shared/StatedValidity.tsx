import type { StatedFact } from '@/lib/views/document/stated-facts';
import { contradictsState } from '@/lib/validity/stated-validity';
import type { Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';

interface StatedValidityProps {
  stated: StatedFact<string>;
  validity: Pick<Validity, 'state' | 'proof'>;
}

/** What the publisher states of the validity of a document: quoted, and no finding of ours. */
export function StatedValidity({ stated: { value, other }, validity }: StatedValidityProps) {
  if (value === null) return null;
  const words = [value, other].filter((each) => each !== null);
  return (
    <p className="stated">
      <span className="label">来源标注</span>
      <span>{words.map((each) => `“${each}”`).join('，又作')}</span>
      <span className="quiet">{remarkOn(words, validity)}</span>
    </p>
  );
}

function remarkOn(words: readonly string[], { state, proof }: StatedValidityProps['validity']): string {
  const leftOpen = '，本站不作取舍，请以发布机构的解释为准。';
  if (words.some((each) => contradictsState(each, state)))
    return `与依据原文得出的“${VALIDITY_WORDS[state]}”不一致${leftOpen}`;
  if (words.length > 1) return `两处标注不一致${leftOpen}`;
  return proof.some(({ kind }) => kind === 'stated')
    ? '照录发布机构的标注，已列入下面的依据。'
    : '照录发布机构的标注，不作为本站判断的依据。';
}
