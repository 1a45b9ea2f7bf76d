import { describe, expect, test } from 'vitest';
import { copyLine } from './corpus/copy-text';
import { judge } from './judge';
import { percentile } from '../statistics';
import { reportLines, type Findings } from './report';

const times = (p95: number) => ({ p50: p95 / 2, p95, worst: 2 * p95 });

const findings = (more: Partial<Findings> = {}): Findings => ({
  sections: 100_000,
  load: 0.8,
  documents: 2500,
  municipalities: 30,
  build: {
    fill: 60,
    indexes: { Section_grams_idx: 40, Document_docNumber_idx: 0.2 },
    citations: 3,
    vacuum: 5,
    statistics: 2,
  },
  yardstickSize: 200 * 1024 ** 2,
  sizes: {
    database: 1.5 * 1024 ** 3,
    tables: [{ name: 'Section', bytes: 600 * 1024 ** 2 }],
    indexes: [{ name: 'Section_grams_idx', bytes: 300 * 1024 ** 2 }],
  },
  recalls: new Map([['c2', { queries: 50, there: 1234, found: 1234, complaints: [] }]]),
  classes: [
    { name: 'c2', meaning: '', times: times(28), processor: times(20), yardstick: times(2), timedOut: 0 },
    { name: 'suggestions', meaning: '', times: times(12), processor: null, yardstick: null, timedOut: 0 },
  ],
  adding: { sections: 240, issues: 7, prepare: 80, store: 150, slowest: 190, settle: 300 },
  clients: {
    clients: 20,
    seconds: 60,
    searches: 9000,
    p50: 90,
    p95: 200,
    worst: 400,
    perSecond: 150,
    timedOut: 0,
    errors: [],
  },
  onIndex: null,
  ...more,
});

test('the report names build, size, each class, adding, and the readers', () => {
  expect(reportLines(findings())).toEqual([
    '### 100,000 sections, 2,500 documents, 30 municipalities',
    '',
    '- Build: 110 s: rows made and copied 60 s, indexes 40 s (Section_grams_idx 40 s, Document_docNumber_idx 0.2 s), citations linked 3.0 s, vacuum and analyze 5.0 s, statistics 2.0 s.',
    '- Size: 1.5 GB, 15.7 KB a section. Tables: Section 600 MB. Indexes: Section_grams_idx 300 MB.',
    '- Yardstick: 200 MB.',
    '- Load of the machine while it was measured: 0.8.',
    '',
    '| class | p50 / p95 ms | worst | processor | recall | FTS5 p50 / p95 | times FTS5 |',
    '|---|---|---|---|---|---|---|',
    '| c2 | 14 / 28 | 56 | 10 / 20 | 1.0 of 1,234 | 1.0 / 2.0 | 14.0 / 14.0 |',
    '| suggestions | 6.0 / 12 | 24 |  |  |  |  |',
    '',
    '- Adding an issue of 240 sections: 150 ms in its transaction (slowest of 7: 190), after 80 ms to make its rows; 300 ms more to sort them into the indexes at the end.',
    '- 20 clients at once for 60 s: 9,000 searches, 150 a second, p50 90 ms, p95 200 ms, worst 400 ms, no error, 0 given up.',
  ]);
});

/** What OpenSearch did with the first class. */
const onIndex = (p95: number, found: number): NonNullable<Findings['onIndex']> => ({
  build: 75,
  bytes: 100_000 * 1100,
  recalls: new Map([['c2', { queries: 50, there: 1234, found, complaints: [] }]]),
  classes: [{ ...findings().classes[0]!, times: times(p95), processor: null }],
});

test('the report sets OpenSearch beside PostgreSQL', () => {
  expect(reportLines(findings({ onIndex: onIndex(40, 1234) })).slice(-7)).toEqual([
    '#### Words found by one node of OpenSearch, one shard',
    '',
    '- Index: 105 MB, 1,100 bytes a section, built and compared in 75 s.',
    '',
    '| class of OpenSearch | p50 / p95 ms | worst | recall | PostgreSQL p50 / p95 |',
    '|---|---|---|---|---|',
    '| OpenSearch: c2 | 20 / 40 | 80 | 1.0 of 1,234 | 14 / 28 |',
  ]);
});

describe('the search fails its bench', () => {
  const [c2, suggestions] = findings().classes as [Findings['classes'][0], Findings['classes'][0]];
  test('not when every aim is met', () => {
    expect(judge(findings())).toEqual([]);
  });
  test.each<[string, Partial<Findings>, string]>([
    [
      'when a class is slow',
      { classes: [{ ...c2, times: times(31) }] },
      'c2 takes 31.0 ms at the 95th percentile; the aim is 30 ms.',
    ],
    [
      'at a million from 50 ms on',
      {
        sections: 1_000_000,
        classes: [
          { ...c2, times: times(49) },
          { ...c2, name: 'ph', times: times(51) },
        ],
      },
      'ph takes 51.0 ms at the 95th percentile; the aim is 50 ms.',
    ],
    [
      'when suggestions are slow',
      { classes: [{ ...suggestions, times: times(21) }] },
      'suggestions takes 21.0 ms at the 95th percentile; the aim is 20 ms.',
    ],
    [
      'when an issue takes long',
      { adding: { ...findings().adding, store: 201 } },
      'adding an issue takes 201 ms; the aim is 200 ms.',
    ],
    ['when a search was given up', { classes: [{ ...c2, timedOut: 2 }] }, 'c2: 2 searches were given up.'],
    [
      'when a section is missed',
      { recalls: new Map([['c2', { queries: 1, there: 9, found: 8, complaints: [] }]]) },
      'c2 finds 8 of 9; every one has to be found.',
    ],
    [
      'when a total is wrong',
      { recalls: new Map([['c2', { queries: 1, there: 9, found: 9, complaints: ['"甲乙": 8 sections'] }]]) },
      'c2: 1 wrong answers, such as "甲乙": 8 sections.',
    ],
    ['when OpenSearch is slow', { onIndex: onIndex(61, 1234) }, 'OpenSearch: c2 takes 61.0 ms; the aim is 60 ms.'],
    [
      'when OpenSearch misses a section',
      { onIndex: onIndex(40, 1233) },
      'OpenSearch: c2 finds 1233 of 1234; every one has to be found.',
    ],
    [
      'when readers meet an error',
      { clients: { ...findings().clients!, errors: ['gone'] } },
      '20 clients at once met errors: gone.',
    ],
  ])('%s', (_when, more, sentence) => {
    expect(judge(findings(more))).toEqual([`FAILED: ${sentence}`]);
  });
});

test('95 of 100 figures are within the 95th percentile', () => {
  const figures = Array.from({ length: 100 }, (_each, at) => 100 - at);
  expect(percentile(figures, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});
test('a row is one line for COPY', () => {
  const day = new Date('2024-02-29T00:00:00Z');
  expect(copyLine([1, null, '一\t二\n三\\', [1, -2], day, [{ a: '"' }], false])).toBe(
    String.raw`1	\N	一\t二\n三\\	{1,-2}	2024-02-29T00:00:00.000Z	[{"a":"\\""}]	false` + '\n',
  );
});
