import { expect, test } from 'vitest';
import { distinctMeanings, followPassage, leadsTo, type FormerMeaning } from './follow-passage';
import { makeLedgerView } from './ledger-view';
import { listNotices, meaningsAt } from './notices';
import type { Passage } from './passages';

/** `1 t3 A moved t4`: by change 1 the words A went from t3 to t4; `2/t1` is in document 2. */
function readRow(row: string): FormerMeaning {
  const [change, at, wordsKey, kind, to] = row.split(' ') as [string, string, string, string, string?];
  const read = (place: string) => {
    const [one, other] = place.split('/');
    return other === undefined
      ? { ledgerDocumentId: 1, address: one! }
      : { ledgerDocumentId: Number(one), address: other };
  };
  const changeId = Number(change);
  return {
    ...read(at),
    changeId,
    until: new Date(Date.UTC(2026, 11, Math.floor(changeId / 10) + 1)),
    fromVersion: changeId,
    toVersion: changeId + 1,
    marker: '',
    heading: '',
    wordsKey,
    beginning: wordsKey,
    kind,
    to: to === undefined ? null : read(to),
  };
}

const passages = (text: string): Passage[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((each) => {
      const [address, key] = each.split('=') as [string, string];
      return {
        address,
        key,
        words: key,
        body: key,
        kind: 'section',
        parent: 0,
        marker: '',
        heading: '',
        ownKey: key,
        text: key,
        line: 1,
      };
    });

const viewOf = (rows: readonly string[], now: string, other = '') => {
  const meanings = rows.map(readRow);
  const present = new Map([[1, passages(now)]]);
  if (other) present.set(2, passages(other));
  return { meanings, view: makeLedgerView(meanings, present) };
};

/** What became of what an address meant, the last meaning first: `A moved t4`. */
function tell(address: string, rows: readonly string[], now: string, other = ''): string[] {
  const { meanings, view } = viewOf(rows, now, other);
  const key = view.presentKey({ ledgerDocumentId: 1, address }) ?? null;
  const own = meanings.filter((each) => each.ledgerDocumentId === 1 && each.address === address);
  return meaningsAt(own, key, view).map(({ meaning, now: where }) => {
    const place = where.kind === 'gone' ? where.near : where.to;
    const to = place && (place.ledgerDocumentId === 1 ? place.address : `${place.ledgerDocumentId}/${place.address}`);
    return `${meaning.wordsKey} ${where.kind} ${to}`;
  });
}

// Changes 10, 11 are of one ingest; 20 is of a later one.
test.each([
  ['moved down by a clause put in', 't2', ['10 t2 A moved t3', '10 t3 B moved t4'], 't2=X t3=A t4=B', ['A moved t3']],
  ['moved twice', 't2', ['10 t2 A moved t3', '20 t3 A moved t5'], 't2=X t3=Y t5=A', ['A moved t5']],
  ['moved, then corrected there', 't2', ['10 t2 A moved t3', '20 t3 A changed t3'], 't2=X t3=A2', ['A changed t3']],
  ['corrected at its place', 't2', ['10 t2 A changed t2'], 't2=A2', ['A changed t2']],
  ['corrected twice', 't2', ['10 t2 A changed t2', '20 t2 B changed t2'], 't2=C', ['B changed t2', 'A changed t2']],
  ['A, B, A: only B is told', 't2', ['10 t2 A changed t2', '20 t2 B changed t2'], 't2=A', ['B changed t2']],
  ['gone, and A again elsewhere', 't2', ['10 t2 A gone t1'], 't1=X t2=B t7=A', ['A moved t7']],
  ['gone', 't2', ['10 t2 A gone t1'], 't1=X t2=B', ['A gone t1']],
  [
    'gone, and what stood before it moved',
    't2',
    ['10 t2 A gone t1', '20 t1 X moved t5'],
    't1=Z t2=B t5=X',
    ['A gone t5'],
  ],
  ['corrected, then gone', 't2', ['10 t2 A changed t2', '20 t2 B gone t1'], 't1=X', ['B gone t1', 'A gone t1']],
  ['split: what went to another document', 't5', ['10 t5 A moved 2/t1'], 't1=X', ['A moved 2/t1']],
  ['split, and corrected there', 't5', ['10 t5 A moved 2/t1', '20 2/t1 A changed 2/t1'], 't1=X', ['A changed 2/t1']],
  ['merged into a larger one', 't3', ['10 t3 A moved t2'], 't1=X t2=WA', ['A moved t2']],
  [
    'of one ingest none follows on the other',
    't5',
    ['10 t5 A moved 2/t1', '11 2/t1 B moved 2/t2'],
    't1=X',
    ['A moved 2/t1'],
  ],
  ['swapped', 't1', ['10 t1 A moved t2', '10 t2 B moved t1'], 't1=B t2=A', ['A moved t2']],
  ['the same words twice: each its own', 't4', ['10 t3 A moved t4', '10 t4 A moved t5'], 't4=A t5=A', []],
  ['a row that leads nowhere', 't4', ['10 t4 A moved'], 't4=B', ['A gone null']],
])('%s', (_name, address, rows, now, expected) => {
  expect(tell(address, rows, now)).toEqual(expected);
});

test('an address is led to one place only where everything that it meant is there, unchanged', () => {
  const lead = (rows: readonly string[], now: string) => {
    const { meanings, view } = viewOf(rows, now);
    return (
      leadsTo(
        meaningsAt(
          meanings.filter(({ address }) => address === 't9'),
          null,
          view,
        ),
      )?.address ?? null
    );
  };
  expect(lead(['10 t9 A moved t8'], 't8=A')).toBe('t8');
  expect(lead(['10 t9 A moved t8', '20 t9 B moved t7'], 't7=B t8=A')).toBeNull();
  expect(lead(['10 t9 A changed t8'], 't8=A2')).toBeNull();
  expect(lead(['10 t9 A gone t8'], 't8=X')).toBeNull();
  expect(lead([], 't8=X')).toBeNull();
});

test('of a meaning that came back the last time counts', () => {
  const rows = ['10 t1 A changed t1', '20 t1 B changed t1', '30 t1 A changed t1'].map(readRow);
  expect(distinctMeanings(rows).map(({ wordsKey, changeId }) => `${wordsKey}${changeId}`)).toEqual(['A30', 'B20']);
  expect(followPassage(rows[0]!, makeLedgerView(rows, new Map([[1, passages('t1=C')]])))).toEqual({
    kind: 'changed',
    to: { ledgerDocumentId: 1, address: 't1' },
  });
});

test('the text keeps anchors of addresses that it has no more', () => {
  const rows = ['10 n N below n', '10 t2 A moved t1', '10 t3 B gone t1', '10 t4 C moved 2/t1', '10 t1 D changed t1'];
  const { meanings, view } = viewOf(rows, 'n=M t1=A');
  const { former, anchors } = listNotices(1, meanings, passages('n=M t1=A'), view);
  expect([...former.keys()]).toEqual(['t1']);
  expect([...anchors].map(([at, each]) => [at, each.map((one) => `${one.address} ${one.meanings.length}`)])).toEqual([
    ['t1', ['t2 0', 't3 1']],
    ['', ['t4 1']],
  ]);
});
