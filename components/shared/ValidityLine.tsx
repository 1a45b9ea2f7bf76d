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
  // What is no proof of the page's marks stands in the line of the publisher's words.
  const others = statements.filter((statement) => !proof.includes(statement) && statement.kind !== 'stated');
  return (
    <section className="validity" id={VALIDITY_PLACE} aria-label="时效">
      <p>
        <span className="label">时效</span>
        <ValidityTag validity={validity} always />
        <span className="quiet">{explain(validity)}</span>
      </p>
      {stated && <StatedValidity stated={stated} validity={validity} />}
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
  if (state === 'unknown') return '本站已收录的文件中，未见其被废止、修改或失效的表述。';
  const marks = proof.filter(({ kind }) => kind === 'stated');
  if (state === 'conflict')
    return marks.length > 0
      ? '来源网页的标注与原文不一致，两者都列在下面，本站不作取舍。'
      : '下面几句不能同时成立，原文如此，本站不作取舍。';
  if (marks.length === proof.length) return '依据来源网页的标注，本站没有见到这样规定的文件。';
  return proof.some(({ place, kind }) => place === null && kind !== 'stated') ? '依据编辑更正。' : '依据下面的原文。';
}
