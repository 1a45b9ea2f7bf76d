import { Day } from './DocumentFactList';
import type { AmountFact, ShownFact } from '@/lib/key-facts/facts';
import { typesetText } from '@/lib/text/typography';

/** What a key fact says of its subject: 709 → 731 元/人·月, 至2031年9月30日, 市民政局. */
export function FactValue({ fact }: { fact: ShownFact }) {
  switch (fact.kind) {
    case 'amount':
      return <Amount fact={fact} />;
    case 'deadline':
      return (
        <>
          <Day date={dayAt(fact.day)} />
          <span className="quiet">{typesetText(fact.subject)}</span>
        </>
      );
    case 'audience':
      return (
        <>
          <span className="quiet">{fact.subject}</span>
          {typesetText(fact.words)}
        </>
      );
    case 'responsible':
      return (
        <>
          <span className="quiet">{fact.role}</span>
          {typesetText(fact.units)}
        </>
      );
    case 'telephone':
      return <span className="figures">{fact.numbers}</span>;
  }
}

function Amount({ fact: { from, to, bound, unit, difference, since, condition } }: { fact: AmountFact }) {
  return (
    <>
      {condition !== null && <span className="condition">{typesetText(condition)}：</span>}
      {from.length > 0 && (
        <>
          <span className="sr-only">由</span>
          <span className="figures">{from.join('／')}</span>
          <span aria-hidden="true"> → </span>
          <span className="sr-only">变为</span>
        </>
      )}
      {bound}
      <b className="figures">{to.join('／')}</b> {unit}
      {difference !== null && <span className="quiet figures">{signed(difference)}</span>}
      {since !== null && (
        <span className="quiet">
          自<Day date={dayAt(since)} />起
        </span>
      )}
    </>
  );
}

const dayAt = (day: string): Date => new Date(`${day}T00:00:00Z`);
const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`);
