import { percentile } from '../statistics';
import type { Kind } from './memory';
import type { MeasuredReading, Reading } from './measure-reading';

const ms = (figure: number): string => figure.toFixed(figure < 10 ? 1 : 0);

/** Takes what was measured; gives a report in Markdown. */
export function describeReading(
  { alone, besideDownloader, addresses }: MeasuredReading,
  { clients, seconds }: { clients: number; seconds: number },
): string[] {
  const rows: [string, Reading][] = [
    ['readers alone', alone],
    ['beside a downloader', besideDownloader],
  ];
  return [
    '',
    `${clients} readers of ${addresses} addresses for ${seconds} s, an ingest in the middle:`,
    '',
    '| | answers | errors | p50 ms | p95 ms | p99 ms | worst ms | ingest | downloads | gateway MB | renderer MB | PostgreSQL MB |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(([name, { times, errors, memory, ingest, downloads }]) =>
      [
        `| ${name}`,
        times.length,
        errors.length,
        ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(times, share))),
        ingest,
        downloads,
        ...(['gateway', 'renderer'] as const).map((kind) => overTime(memory[kind])),
        `${overTime(memory.PostgreSQL)} |`,
      ].join(' | '),
    ),
    '',
    ...rows.map(([name, { statuses }]) => `${name}: ${describeStatuses(statuses)}`),
    ...rows.flatMap(([name, { errors }]) => errors.slice(0, 10).map((error) => `${name}: ${error}`)),
    '',
  ];
}

const describeStatuses = (statuses: Record<string, number>): string =>
  Object.entries(statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');

/** `62 → 80, at most 91`: at the beginning, at the end, and between. */
const overTime = (figures: readonly number[]): string =>
  figures.length === 0
    ? '–'
    : `${figures[0]!.toFixed(0)} → ${figures.at(-1)!.toFixed(0)}, at most ${Math.max(...figures).toFixed(0)}`;

/** Megabytes that a process takes beside what its setting limits: the program itself, buffers. */
const BESIDE: Record<'gateway' | 'renderer', number> = { gateway: 200, renderer: 400 };
/** Milliseconds below which others' times may double: nobody feels that. */
const UNFELT = 20;

/** Takes what was measured; gives a sentence for each figure that is beyond its limit. */
export function judgeReading({ alone, besideDownloader, limits }: MeasuredReading): string[] {
  const [before, after] = [percentile(alone.times, 0.95), percentile(besideDownloader.times, 0.95)];
  const most = (kind: Kind): number => Math.max(0, ...alone.memory[kind], ...besideDownloader.memory[kind]);
  const allowed = { gateway: limits.cache + BESIDE.gateway, renderer: limits.renderer + BESIDE.renderer };
  return [
    ...[alone, besideDownloader].flatMap(({ errors }, at) =>
      errors.length > 0
        ? [
            `FAILED: readers ${at === 0 ? 'alone' : 'beside a downloader'} got ${errors.length} errors; none are allowed`,
          ]
        : [],
    ),
    ...(after >= 2 * before && after >= UNFELT
      ? [`FAILED: beside a downloader p95 is ${ms(after)} ms instead of ${ms(before)}; it may not double`]
      : []),
    ...(besideDownloader.downloads === 0 ? ['FAILED: the downloader got no file'] : []),
    ...(['gateway', 'renderer'] as const).flatMap((kind) =>
      most(kind) > allowed[kind]
        ? [`FAILED: the ${kind} takes ${most(kind).toFixed(0)} MB; ${allowed[kind]} are allowed`]
        : [],
    ),
    // A system that names no process names none of them.
    ...(most('renderer') > 0 && most('gateway') === 0 ? ['FAILED: no process of a gateway was found'] : []),
  ];
}
