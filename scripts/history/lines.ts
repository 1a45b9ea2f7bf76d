import type { ListedRun } from '@/lib/db/ingest/history/list-runs';
import { describeSeconds } from '../support/progress-bar';

const OUTCOMES = ['added', 'replaced', 'removed', 'unchanged', 'failed'] as const;
const KINDS: Record<string, string> = {
  ingest: 'ingest',
  outdated: 'reading anew',
  remove: 'removal',
  erase: 'erasure',
};

/** Describes runs, a line for each: number, when, what, how many files, how long. */
export function describeRuns(runs: readonly ListedRun[]): string[] {
  if (runs.length === 0) return ['Nothing was ingested yet.'];
  const rows = runs.map((run) => [
    run.id,
    whenOf(run.startedAt),
    KINDS[run.kind] ?? run.kind,
    filesOf(run),
    timeOf(run),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padStart(widths[0]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** Describes one run with what failed in it. */
export function describeOneRun(run: ListedRun): string[] {
  const more = run.failed - run.failures.filter(({ name }) => name !== '').length;
  return [
    ...describeRuns([run]),
    `made rows of version ${run.version}`,
    ...run.failures.map(({ error }) => `  ${error}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** In the time of this machine: `2026-11-30 16:20`. */
const whenOf = (time: Date): string => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};

function filesOf(run: ListedRun): string {
  const counts = OUTCOMES.flatMap((outcome) => (run[outcome] > 0 ? [`${run[outcome]} ${outcome}`] : []));
  return counts.join(', ') || 'no file';
}

function timeOf({ state, startedAt, until, done, total }: ListedRun): string {
  const time = describeSeconds((until.getTime() - startedAt.getTime()) / 1000);
  if (state === 'ended') return time;
  const of = total === null ? '' : ` at ${done} of ${total}`;
  return state === 'running' ? `running for ${time}${of}` : `broken off after ${time}${of}`;
}
