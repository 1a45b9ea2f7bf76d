import { typesetText } from '@/lib/text/typography';
import type { IssueCitation } from '@/lib/db/queries/issues/issues';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { ValidityNote } from '@/components/shared/ValidityNote';
import { Tag } from '@/components/shared/Tag';

interface CitedDocumentsProps {
  cited: readonly IssueCitation[];
  /** Of the held ones, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** 本期引用的文件: the numbers that an issue cites, held or not. */
export function CitedDocuments({ cited, validities }: CitedDocumentsProps) {
  const held = cited.filter((document) => document.candidates > 0).length;
  return (
    <section className="sec">
      <header>
        <h2>本期引用的文件</h2>
        <span className="quiet">
          {cited.length} 个文号，{held} 个已收录
        </span>
      </header>
      <ul className="rows">
        {cited.map((document) => (
          <li key={document.docNumber}>
            <a className="t wenhao" href={hrefOf(document)}>
              {document.docNumber}
            </a>
            <Tag held={document.candidates > 0}>{stateWord(document.candidates)}</Tag>
            <p className="by">
              <span>{typesetText(document.target?.title ?? document.title ?? '')}</span>
              <span>提到 {document.mentions} 次</span>
            </p>
            <ValidityNote validity={document.target ? validities.get(document.target.id) : undefined} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const hrefOf = ({ candidates, target, docNumber }: IssueCitation): string =>
  candidates === 1 && target ? documentUrl(target.municipality, target.slug) : docNumberUrl(docNumber);

function stateWord(candidates: number): string {
  if (candidates === 0) return '未收录';
  return candidates === 1 ? '已收录' : `${candidates} 件`;
}
