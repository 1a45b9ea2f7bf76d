import type { Validity } from '@/lib/validity/validity';
import { ValidityStatements } from './ValidityStatements';
import { ValidityTag } from './ValidityTag';

/**
 * Beside a link to a document: its state in a word, which opens to the sentences that prove it.
 * Nothing where nothing is known.
 */
export function ValidityNote({ validity }: { validity: Validity | undefined }) {
  if (validity === undefined || validity.state === 'unknown') return null;
  return (
    <details className="validity-note">
      <summary>
        <ValidityTag validity={validity} />
      </summary>
      <ValidityStatements statements={validity.proof} />
    </details>
  );
}
