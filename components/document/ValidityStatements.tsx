import { displayText } from '@/lib/display';
import { formatDate, machineDate } from '@/lib/format';
import { sectionPlaceUrl } from '@/lib/urls';
import type { StatementPlace, ValidityStatement } from '@/lib/validity/validity';
import { STATEMENT_WORDS } from '@/lib/validity/words';
import { Tag } from '@/components/ui/Tag';
import { Quotation } from './Quotation';

/** The sentences that say whether a document is in force, each with its day and its place. */
export function ValidityStatements({ statements }: { statements: readonly ValidityStatement[] }) {
  return statements.map((statement, index) => <Statement key={index} statement={statement} />);
}

function Statement({ statement }: { statement: ValidityStatement }) {
  const { kind, day, sentence, words, wordsAt, place, source } = statement;
  return (
    <div className="quoted statement">
      <p>
        {place && <a href={hrefOf(place)}>{nameOf(statement, place)}</a>}
        {source !== null && <span>编辑更正，依据：{source}</span>}
        <Tag>{STATEMENT_WORDS[kind]}</Tag>
        {day && (
          <time className="figures" dateTime={machineDate(day)}>
            {kind === 'ends' ? `至${formatDate(day)}` : `自${formatDate(day)}起`}
          </time>
        )}
        {place?.municipality.sample && <Tag>示例</Tag>}
      </p>
      {sentence !== '' && <Quotation sentence={sentence} words={words} wordsAt={wordsAt} />}
    </div>
  );
}

const hrefOf = ({ municipality, slug, address }: StatementPlace): string =>
  sectionPlaceUrl(municipality.slug, slug, address);

/** What a document says of its own days stands in itself; what others say stands in them, and is called by their number. */
const nameOf = ({ kind }: ValidityStatement, { docNumber, title }: StatementPlace): string =>
  kind === 'starts' || kind === 'ends' ? '原文' : (docNumber ?? `《${displayText(title)}》`);
