import type { LoadFigures } from './load';
import type { MeasuredViews } from './measure-views';

const count = (figure: number): string => Math.round(figure).toLocaleString('en');
const views = (figures: LoadFigures | null): string => (figures === null ? '–' : count(figures.perSecond));
const ms = (figure: number): string => figure.toFixed(figure < 10 ? 1 : 0);
const ratio = (one: LoadFigures | null, other: LoadFigures | null): string =>
  one === null || other === null ? '–' : (one.perSecond / other.perSecond).toFixed(2);

/** Takes what was measured; gives a report in Markdown. */
export function describeViews({ loader, pages, health, cold, beside, notes }: MeasuredViews): string[] {
  const { ordinary, longest } = cold;
  return [
    '',
    `Views a second with 16 keep-alive connections that accept gzip (${loader}):`,
    '',
    '| page | warm | p99 ms | 304 | of /healthz | behind nginx | nginx, same file | behind nginx ÷ file | warm ÷ file |',
    '|---|---|---|---|---|---|---|---|---|',
    ...pages.map(({ name, warm, unchanged, front, file }) =>
      [
        `| ${name}`,
        views(warm),
        ms(warm.p99),
        views(unchanged),
        ratio(warm, health),
        views(front),
        views(file),
        ratio(front, file),
        `${ratio(warm, file)} |`,
      ].join(' | '),
    ),
    `| /healthz | ${views(health)} | ${ms(health.p99)} | – | 1.00 | – | – | – | – |`,
    '',
    `Not read since the last change (${cold.count} documents one after another): p50 ${ms(ordinary.p50)}, p95 ${ms(ordinary.p95)}, worst ${ms(ordinary.worst)} ms; the longest: p50 ${ms(longest.p50)}, worst ${ms(longest.worst)} ms`,
    `Hits on home beside 12 renderings: ${views(beside)} a second, p50 ${ms(beside.p50)}, p99 ${ms(beside.p99)} ms`,
    ...notes,
    '',
  ];
}

/** Views a second that warm pages give at least, on two cores that also make the load. */
const LEAST: Partial<Record<string, number>> = { home: 5000, issue: 5000, document: 5000, 'longest document': 3000 };
/** The part of nginx's own speed with the same file that hits behind it have at least. */
const LEAST_OF_FILE = 0.5;
/** Milliseconds. */
const MOST = { besideP99: 20, cold: 60, coldLongest: 110 };

/** Takes what was measured; gives a sentence for each figure that is beyond its limit. */
export function judgeViews({ pages, health, cold, beside }: MeasuredViews): string[] {
  const all = [health, beside, ...pages.flatMap(({ warm, unchanged, front, file }) => [warm, unchanged, front, file])];
  const failures = all.reduce((sum, figures) => sum + (figures?.failures ?? 0), 0);
  const { ordinary, longest } = cold;
  return [
    ...(failures > 0 ? [`FAILED: ${count(failures)} requests failed; none may`] : []),
    ...pages.flatMap(({ name, warm, front, file }) => [
      ...(warm.perSecond < (LEAST[name] ?? 0)
        ? [`FAILED: ${name} is given ${views(warm)} times a second; the aim is ${count(LEAST[name]!)}`]
        : []),
      ...(front !== null && file !== null && front.perSecond < LEAST_OF_FILE * file.perSecond
        ? [`FAILED: ${name} behind nginx has ${ratio(front, file)} of the speed of a file; the aim is ${LEAST_OF_FILE}`]
        : []),
    ]),
    ...(beside.p99 > MOST.besideP99
      ? [`FAILED: hits beside 12 renderings take ${ms(beside.p99)} ms at p99; the aim is ${MOST.besideP99} ms`]
      : []),
    ...(ordinary.p50 > MOST.cold
      ? [`FAILED: a page not read since the change takes ${ms(ordinary.p50)} ms; the aim is ${MOST.cold} ms`]
      : []),
    ...(longest.p50 > MOST.coldLongest
      ? [
          `FAILED: the longest page not read since the change takes ${ms(longest.p50)} ms; the aim is ${MOST.coldLongest} ms`,
        ]
      : []),
  ];
}
