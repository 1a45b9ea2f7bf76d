import type { Validity } from '@/lib/validity/validity';
import { VALIDITY_SIGNS, VALIDITY_WORDS } from '@/lib/validity/words';

interface ValidityTagProps {
  validity: Pick<Validity, 'state'>;
  /** Says 未见废止信息 too, where nothing is known. */
  always?: boolean;
}

/**
 * Whether a document is in force, in one word: — 已废止. Nothing where no sentence says anything,
 * unless `always`.
 */
export function ValidityTag({ validity: { state }, always = false }: ValidityTagProps) {
  if (state === 'unknown' && !always) return null;
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{VALIDITY_SIGNS[state]} </span>
      {VALIDITY_WORDS[state]}
    </span>
  );
}
