import { VALIDITY_PLACE } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { ValidityStatements } from './ValidityStatements';
import type { StatedFact } from '@/lib/views/document/stated-facts';
import { StatedValidity } from './StatedValidity';
import { ValidityTag } from './ValidityTag';

/**
 * Says whether a document is in force, with every sentence that proves it.
 * Where no sentence says anything, that is said. What the publisher states stands below, as theirs.
 */
export function ValidityLine({ validity, stated }: { validity: Validity; stated?: StatedFact<string> }) {
  const { state, proof, statements } = validity;
  const others = statements.filter((statement) => !proof.includes(statement));
  return (
    <section className="validity" id={VALIDITY_PLACE} aria-label="有效性">
      <p>
        <span className="label">有效性</span>
        <ValidityTag validity={validity} always />
        <span className="quiet">{explain(validity)}</span>
      </p>
      {stated && <StatedValidity stated={stated} state={state} />}
      <ValidityStatements statements={proof} />
      {others.length > 0 && (
        <details>
          <summary>{state === 'unknown' ? `提到时效的 ${others.length} 句` : `另有 ${others.length} 句`}</summary>
          <ValidityStatements statements={others} />
        </details>
      )}
    </section>
  );
}

/** Where the word comes from; a conflict is left to the reader. */
function explain({ state, proof }: Validity): string {
  if (state === 'unknown') return '本站已收录的文件中，没有说它废止、修改或者失效的句子。';
  if (state === 'conflict') return '下面几句不能同时成立，原文如此，本站不作取舍。';
  return proof.some(({ place }) => place === null) ? '依据编辑更正。' : '依据下面的原文。';
}
