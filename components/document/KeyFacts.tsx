import type { ReactNode } from 'react';
import { Day } from '@/components/shared/DocumentFactList';
import { FactValue } from '@/components/shared/FactValue';
import { docNumberUrl } from '@/lib/addresses/urls';
import type { ShownFact } from '@/lib/key-facts/facts';
import type { Repealed } from '@/lib/key-facts/repealed';
import { typesetText } from '@/lib/text/typography';
import type { StatementKind, Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { isChanged } from '@/lib/views/document/changed-facts';

/** So many facts are open at first, on phones. */
const OPEN = 3;
/** So many are listed beside those who are responsible. */
const MOST = 40;

interface KeyFactsProps {
  facts: readonly ShownFact[];
  repealed: readonly Repealed[];
  validity: Validity;
  /** Addresses of sections that decisions change. */
  amended?: ReadonlySet<string> | undefined;
}

/**
 * 要点: what the text says in days and figures, each with the way to its sentence.
 *
 * Lifted by the program, never written by it; nothing where nothing was found. Figures go first,
 * who is responsible for what comes last and stays folded.
 */
export function KeyFacts({ facts, repealed, validity, amended }: KeyFactsProps) {
  const rowOf = (fact: ShownFact, key: number) => <FactRow key={`fact-${key}`} fact={fact} amended={amended} />;
  const of = (isWanted: (fact: ShownFact) => boolean) => facts.filter(isWanted).slice(0, MOST).map(rowOf);
  const rows = [
    ...of(({ kind }) => kind === 'amount'),
    ...listDays(validity, repealed),
    ...of(({ kind }) => kind !== 'amount' && kind !== 'responsible'),
  ];
  const tasks = facts.filter(({ kind }) => kind === 'responsible').map(rowOf);
  if (rows.length + tasks.length === 0) return null;
  const isOver = validity.state === 'repealed' || validity.state === 'expired';
  const [first, rest] = [rows.slice(0, OPEN), rows.slice(OPEN)];
  return (
    <section className="key-facts screen-only" aria-label="要点">
      <h2>要点</h2>
      {isOver && <p className="over">本文件{VALIDITY_WORDS[validity.state]}，以下是它当时的规定。</p>}
      {first.length > 0 && <ul>{first}</ul>}
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项要点</summary>
          <ul>{rest}</ul>
        </details>
      )}
      {tasks.length > 0 && (
        <details className="tasks">
          <summary>责任分工 {tasks.length} 项</summary>
          <ul>{tasks}</ul>
        </details>
      )}
      <p className="quiet">由程序从正文摘出，以原文为准。</p>
    </section>
  );
}

/** Days in force and what is repealed, as the statements of validity have them. */
function listDays(validity: Validity, repealed: readonly Repealed[]): ReactNode[] {
  const [starts, ends] = [dayOf(validity, 'starts'), dayOf(validity, 'ends')];
  return [
    starts && (
      <Row key="starts" label="施行" address={starts.address}>
        自<Day date={starts.day} />起
      </Row>
    ),
    ends && (
      <Row key="ends" label="有效期" address={ends.address}>
        至<Day date={ends.day} />
      </Row>
    ),
    ...repealed.map(({ number, address }) => (
      <Row key={number} label="废止" address={address}>
        <a className="wenhao" href={docNumberUrl(number)}>
          {number}
        </a>
      </Row>
    )),
  ].filter((row) => row !== null);
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

interface RowProps {
  label: string;
  address: string;
  isAmended?: boolean;
  children: ReactNode;
}

function Row({ label, address, isAmended = false, children }: RowProps) {
  return (
    <li>
      <span className="subject">{label}</span>
      <span className="change">
        {children}
        {isAmended && <span className="state amended">已修改</span>}
        <a className="source" href={`#${address}`}>
          原句<span className="sr-only">：{label}</span>
        </a>
      </span>
    </li>
  );
}

/** What a fact is called in the list; a deadline is told by its sentence. */
const LABELS: Record<Exclude<ShownFact['kind'], 'amount' | 'telephone'>, string> = {
  deadline: '期限',
  audience: '对象',
  responsible: '责任',
};

function FactRow({ fact, amended }: { fact: ShownFact; amended: KeyFactsProps['amended'] }) {
  const isNamed = fact.kind === 'amount' || fact.kind === 'telephone';
  const subject = fact.subject === '' ? '' : typesetText(fact.subject);
  const label = isNamed || (fact.kind === 'responsible' && subject !== '') ? subject : LABELS[fact.kind];
  return (
    <Row label={label} address={fact.address} isAmended={isChanged(fact, amended)}>
      <FactValue fact={fact} />
    </Row>
  );
}
