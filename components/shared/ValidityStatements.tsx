import { typesetText } from '@/lib/text/typography';
import { formatDate, machineDate } from '@/lib/text/format';
import { docNumberUrl, documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { StatementPlace, ValidityStatement } from '@/lib/validity/validity';
import { DAY_BASIS_WORDS, STATEMENT_WORDS } from '@/lib/validity/words';
import { Tag } from './Tag';
import { Quotation } from './Quotation';

/**
 * Lists the sentences about a document's validity.
 * Each has its day and a link to its section.
 */
export function ValidityStatements({ statements }: { statements: readonly ValidityStatement[] }) {
  return statements.map((statement, index) => <Statement key={index} statement={statement} />);
}

function Statement({ statement }: { statement: ValidityStatement }) {
  const { kind, day, dayFrom, until, sentence, words, wordsAt, source } = statement;
  return (
    <div className="quoted statement">
      <p>
        <Origin statement={statement} />
        <Tag>{STATEMENT_WORDS[kind]}</Tag>
        {day && (
          <time className="figures" dateTime={machineDate(day)}>
            {kind === 'ends' ? `至${formatDate(day)}` : `自${formatDate(day)}起`}
          </time>
        )}
        {until && <span className="figures">至{formatDate(until)}</span>}
        {day && dayFrom && <span className="quiet">（{DAY_BASIS_WORDS[dayFrom]}）</span>}
      </p>
      {source === null || kind === 'stated' ? (
        <Quotation sentence={sentence} words={words} wordsAt={wordsAt} />
      ) : (
        <p>编辑更正，依据：{source}</p>
      )}
    </div>
  );
}

/** Where a statement stands: in a document, among the marks of a page, or in a corrections file. */
function Origin({ statement }: { statement: ValidityStatement }) {
  const { kind, words, place, source } = statement;
  if (place) return <a href={hrefOf(place)}>{nameOf(statement, place)}</a>;
  return kind === 'stated' ? <span>{source}</span> : <a href={meantHref(words)}>{words}</a>;
}

const hrefOf = ({ municipality, slug, address }: StatementPlace): string =>
  sectionPlaceUrl(municipality.slug, slug, address);

/** Editors name a document by its number or by its address (benxi/benzhengfa-2022-6). */
function meantHref(meant: string): string {
  const [municipality, slug] = meant.split('/');
  return municipality && slug ? documentUrl(municipality, slug) : docNumberUrl(meant);
}

/**
 * What a document says of its own days stands in itself; what others say stands in them, and is
 * called by their number.
 */
const nameOf = ({ kind }: ValidityStatement, { docNumber, title }: StatementPlace): string =>
  kind === 'starts' || kind === 'ends' ? '原文' : (docNumber ?? `《${typesetText(title)}》`);
