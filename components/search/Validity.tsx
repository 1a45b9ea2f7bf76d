import type { Validity as State } from '@/lib/search/engine';
import { VALIDITY_WORDS } from '@/lib/search/words';

// A form beside the word, so that the column of facts can be skimmed; the word alone says it.
const signs: Record<State, string> = { repealed: '—', amended: '◐', unknown: '○' };

/** What held documents say of a document, quietly: ○ 未见废止信息. */
export function Validity({ state }: { state: State }) {
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{signs[state]} </span>
      {VALIDITY_WORDS[state]}
    </span>
  );
}
