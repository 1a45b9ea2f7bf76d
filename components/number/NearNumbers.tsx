import type { DocNumberPage } from '@/lib/db/queries/citations';
import { displayText } from '@/lib/display';
import { documentUrl } from '@/lib/urls';
import { Tag } from '@/components/ui/Tag';

type Near = Extract<DocNumberPage, { kind: 'absent' }>['near'];

/** Held documents whose number is nearly the same: where a slip of the pen may have been meant to lead. */
export function NearNumbers({ documents }: { documents: Near }) {
  return (
    <section className="sec">
      <h2>相近的文号</h2>
      {documents.length === 0 && <p className="quiet mt-2">已收录的文件里没有相近的文号。</p>}
      <ul className="rows">
        {documents.map((document) => (
          <li key={`${document.municipality.slug}/${document.slug}`}>
            <a className="t wenhao" href={documentUrl(document.municipality.slug, document.slug)}>
              {document.docNumber}
            </a>
            <Tag held>已收录</Tag>
            {document.municipality.sample && <Tag>示例</Tag>}
            <p className="by">{displayText(document.title)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
