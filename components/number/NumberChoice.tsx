import type { DocNumberPage } from '@/lib/db/queries/numbers/numbers';
import type { Validity } from '@/lib/validity/validity';
import { DocumentRows } from '@/components/listing/DocumentRows';
import { FollowThis } from '@/components/site/FollowLinks';
import { docNumberFeedUrl } from '@/lib/addresses/urls';
import { FormerBearers } from './FormerBearers';
import { NumberTitle } from './NumberTitle';

interface NumberChoiceProps {
  found: Extract<DocNumberPage, { kind: 'several' }>;
  spelling: string;
  validities: ReadonlyMap<number, Validity>;
}

/**
 * Several documents bear the number, or an incomplete spelling fits several: the reader chooses.
 */
export function NumberChoice({ found, spelling, validities }: NumberChoiceProps) {
  const { canonical, documents, formers } = found;
  return (
    <>
      <header className="head">
        <NumberTitle number={canonical ?? spelling} />
        <p className="facts-line">
          {canonical
            ? documents.length === 1
              ? '现有 1 件文件用这个文号；此前还有别的文件以它收录。'
              : `${documents.length} 件文件用这个文号，原文如此，请选择。`
            : `文号不完整，已收录的文件里有 ${documents.length} 件符合，请选择。`}
        </p>
        <FormerBearers formers={formers} />
      </header>
      <section className="sec">
        <h2>可能的文件</h2>
        <DocumentRows documents={documents} validities={validities} />
      </section>
      {canonical && <FollowThis feeds={[{ label: '这个文号的动态', href: docNumberFeedUrl(canonical) }]} />}
    </>
  );
}
