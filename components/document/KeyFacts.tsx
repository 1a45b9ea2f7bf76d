import type { ReactNode } from 'react';
import { Day } from '@/components/shared/DocumentFactList';
import { docNumberUrl } from '@/lib/addresses/urls';
import type { AmountFact, ListedKeyFacts } from '@/lib/key-facts/key-facts';
import { typesetText } from '@/lib/text/typography';
import type { StatementKind, Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';

/** So many amounts are open at first, on phones. */
const OPEN = 3;

interface KeyFactsProps {
  facts: ListedKeyFacts;
  validity: Validity;
  /** Addresses of sections that decisions change. */
  amended?: ReadonlySet<string> | undefined;
}

/**
 * 要点: what the text says in days and figures, each with the way to its sentence.
 *
 * Lifted by the program, never written by it; nothing where nothing was found.
 */
export function KeyFacts({ facts: { amounts, repealed }, validity, amended }: KeyFactsProps) {
  const [starts, ends] = [dayOf(validity, 'starts'), dayOf(validity, 'ends')];
  if (!starts && repealed.length + amounts.length === 0) return null;
  const isOver = validity.state === 'repealed' || validity.state === 'expired';
  const [first, rest] = [amounts.slice(0, OPEN), amounts.slice(OPEN)];
  return (
    <section className="key-facts screen-only" aria-label="要点">
      <h2>要点</h2>
      {isOver && <p className="over">本文件{VALIDITY_WORDS[validity.state]}，以下是它当时的规定。</p>}
      <dl>
        {starts && (
          <Fact label="施行" address={starts.address}>
            自<Day date={starts.day} />起
          </Fact>
        )}
        {ends && (
          <Fact label="有效期" address={ends.address}>
            至<Day date={ends.day} />
          </Fact>
        )}
        {repealed.map(({ number, address }) => (
          <Fact key={number} label="废止" address={address}>
            <a className="wenhao" href={docNumberUrl(number)}>
              {number}
            </a>
          </Fact>
        ))}
      </dl>
      <Amounts amounts={first} amended={amended} />
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项标准</summary>
          <Amounts amounts={rest} amended={amended} />
        </details>
      )}
      <p className="quiet">由程序从正文摘出，以原文为准。</p>
    </section>
  );
}

/** A day that the document names itself, and where. */
function dayOf({ statements }: Validity, kind: StatementKind): { day: Date; address: string } | null {
  const said = statements.filter((each) => each.kind === kind && each.day !== null && each.place !== null);
  const [only, ...others] = said;
  if (!only?.day || !only.place || (only.dayFrom ?? 'named') !== 'named') return null;
  return others.some(({ day }) => day?.getTime() !== only.day?.getTime())
    ? null
    : { day: only.day, address: only.place.address };
}

function Fact({ label, address, children }: { label: string; address: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {children}
        <Source address={address} />
      </dd>
    </>
  );
}

const Source = ({ address, of = '' }: { address: string; of?: string }) => (
  <a className="source" href={`#${address}`}>
    原句<span className="sr-only">{of}</span>
  </a>
);

function Amounts({ amounts, amended }: { amounts: readonly AmountFact[]; amended: KeyFactsProps['amended'] }) {
  if (amounts.length === 0) return null;
  return (
    <ul>
      {amounts.map(({ subject, from, to, unit, difference, address }, at) => (
        <li key={at}>
          <span className="subject">{typesetText(subject)}</span>
          <span className="change">
            <span className="sr-only">由</span>
            <span className="figures">{from.join('／')}</span>
            <span aria-hidden="true"> → </span>
            <span className="sr-only">变为</span>
            <b className="figures">{to.join('／')}</b> {unit}
            {difference !== null && <span className="quiet figures">{signed(difference)}</span>}
            {amended?.has(address) && <span className="state amended">已修改</span>}
            <Source address={address} of={`：${subject}`} />
          </span>
        </li>
      ))}
    </ul>
  );
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`);
