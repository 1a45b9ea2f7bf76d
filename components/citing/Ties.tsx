import { hook } from '@/components/browser/hooks';
import { Day } from '@/components/shared/DocumentFactList';
import { Quotation } from '@/components/shared/Quotation';
import { SectionPath } from '@/components/shared/SectionPath';
import { Tag } from '@/components/shared/Tag';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { docNumberUrl, documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { DocumentTies, TieRow } from '@/lib/db/queries/citations/ties';
import { quoteTitle } from '@/lib/text/quote-title';
import { typesetText } from '@/lib/text/typography';
import type { CitationTie } from '@/lib/validity/citation-tie';
import type { Validity } from '@/lib/validity/validity';
import { citedKey, citingKey, groupTies, type TieGroup } from '@/lib/views/document/tie-groups';

/** Of what the document itself says of another one. */
const OWN_WORDS: Record<CitationTie, string> = {
  corrects: '本文更正的文件',
  interprets: '本文解读的文件',
  reissues: '本文重新公布的文件',
  basis: '制定依据',
};
/** Of what others say of the document. */
const OTHERS_WORDS: Record<CitationTie, string> = {
  corrects: '更正',
  interprets: '解读',
  reissues: '重新公布',
  basis: '以本文为依据',
};

/** What a document rests on, corrects, interprets or reissues, and what does so with it. */
export function Ties({ ties: { own, others, validities } }: { ties: DocumentTies }) {
  return (
    <>
      {groupTies(others, citingKey).map((group) => (
        <TieBlock key={group.tie} group={group} id={`by-${group.tie}`} validities={validities} />
      ))}
      {groupTies(own, citedKey).map((group) => (
        <TieBlock key={group.tie} group={group} id={`own-${group.tie}`} isOwn validities={validities} />
      ))}
    </>
  );
}

/** One line above the text: what was printed has been corrected since. */
export function CorrectedNote({ ties: { others } }: { ties: DocumentTies }) {
  const count = groupTies(others, citingKey).find(({ tie }) => tie === 'corrects')?.documents.length ?? 0;
  return count === 0 ? null : (
    <p className="notice" {...hook('added')}>
      原刊登的文字后来有<a href="#by-corrects">更正 {count} 件</a>，正文仍按原样。
    </p>
  );
}

interface TieBlockProps {
  group: TieGroup;
  id: string;
  /** Whether the document itself says it. */
  isOwn?: boolean;
  validities: ReadonlyMap<number, Validity>;
}

function TieBlock({ group: { tie, documents }, id, isOwn = false, validities }: TieBlockProps) {
  return (
    <section className="end" id={id} aria-labelledby={`${id}-title`}>
      <h2>
        <span id={`${id}-title`}>{(isOwn ? OWN_WORDS : OTHERS_WORDS)[tie]}</span>
        <small>{documents.length} 件</small>
      </h2>
      <ul className="rows">
        {documents.map(({ row, sentences }) => {
          const held = isOwn ? row.target : row.document;
          return (
            <li key={isOwn ? citedKey(row) : citingKey(row)}>
              {held ? <TiedDocument document={held} validity={validities.get(held.id)} /> : <Named row={row} />}
              {(tie === 'corrects' ? sentences : sentences.slice(0, 1)).map((sentence) => (
                <TieSentence key={sentence.sentence} row={sentence} />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TiedDocumentProps {
  document: TieRow['document'];
  validity?: Validity | undefined;
}

/** A held document with its facts and its state. */
export function TiedDocument({ document, validity }: TiedDocumentProps) {
  const { municipality, slug, title, docNumber, signedOn } = document;
  return (
    <>
      <a className="t" href={documentUrl(municipality.slug, slug)}>
        {typesetText(title)}
      </a>
      <p className="by">
        {validity && <ValidityTag validity={validity} />}
        {docNumber && <span className="wenhao">{docNumber}</span>}
        <span>{municipality.name}</span>
        {municipality.sample && <Tag>示例</Tag>}
        {signedOn && <Day date={signedOn} />}
      </p>
    </>
  );
}

/** A document that is not held, by its number or its title. */
export function Named({ row: { docNumber, title, words } }: { row: TieRow }) {
  return (
    <p className="t">
      {docNumber ? (
        <a href={docNumberUrl(docNumber)}>
          {title && quoteTitle(title)}
          {title ? `（${docNumber}）` : docNumber}
        </a>
      ) : (
        quoteTitle(title ?? words)
      )}
      <Tag>未收录</Tag>
    </p>
  );
}

/** The sentence that ties two documents, with a link to its section. */
export function TieSentence({ row: { document, section, sentence, words, wordsAt } }: { row: TieRow }) {
  return (
    <div className="quoted">
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, section.address)}>
        <SectionPath section={section} />
      </a>
      <Quotation sentence={sentence} words={words} wordsAt={wordsAt} />
    </div>
  );
}
