import { Day } from '@/components/shared/DocumentFactList';
import { FactValue } from '@/components/shared/FactValue';
import { ListedTitle } from '@/components/shared/ListedTitle';
import { SectionPath } from '@/components/shared/SectionPath';
import { Tag } from '@/components/shared/Tag';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { sectionPlaceUrl } from '@/lib/addresses/urls';
import type { FactAnswer } from '@/lib/db/queries/references/find-answers';
import { typesetText } from '@/lib/text/typography';

/**
 * What texts answer to a question, above the hits: the figure, its sentence, and where it stands.
 * Nothing where no fact is surely meant.
 */
export function Answers({ answers }: { answers: readonly FactAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <section className="answers" aria-label="原文里的答案">
      <ul>
        {answers.map((answer) => (
          <Answer
            key={`${answer.document.municipality.slug}/${answer.document.slug}#${answer.fact.address} ${answer.fact.subject}`}
            answer={answer}
          />
        ))}
      </ul>
      <p className="quiet">由程序从正文摘出，以原文为准。</p>
    </section>
  );
}

function Answer({ answer: { fact, document, section } }: { answer: FactAnswer }) {
  const { municipality, slug, title, docNumber, signedOn, validity } = document;
  return (
    <li>
      <p className="fact">
        <span className="subject">{typesetText(fact.subject)}</span> <FactValue fact={fact} />
      </p>
      <blockquote>{typesetText(fact.sentence)}</blockquote>
      <p className="by">
        <span>{municipality.name}</span>
        <a href={sectionPlaceUrl(municipality.slug, slug, fact.address)}>
          <ListedTitle title={title} />
          {'　'}
          <SectionPath section={section} />
        </a>
        {docNumber && <span className="wenhao">{docNumber}</span>}
        {signedOn && <Day date={signedOn} />}
        <ValidityTag validity={{ state: validity }} always />
        {municipality.sample && <Tag>示例</Tag>}
      </p>
    </li>
  );
}
