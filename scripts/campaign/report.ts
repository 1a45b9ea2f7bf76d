import type { FeedFigures } from './files/feed';
import type { KillFigures } from './kills/kill';
import type { AttackFigures } from './requests/attack';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const list = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** Takes what came of kills; gives its lines. */
export function describeKills({ killed, back, ingests, readers }: KillFigures): string[] {
  return [
    `Kills: ${list(killed)}`,
    ...Object.entries(back).map(
      ([victim, { p50, p95, worst }]) =>
        `  ${victim}: serves again after ${seconds(p50)} (p50), ${seconds(p95)} (p95), ${seconds(worst)} at most`,
    ),
    `  ${ingests.ended} ingests, of which ${ingests.failed} were killed or failed`,
    `  readers: ${list(readers.statuses)}; longest wait ${seconds(readers.longest)}`,
  ];
}

/** Takes what came of hostile requests; gives its lines. */
export function describeAttack({ sent, ends, statuses, times }: AttackFigures): string[] {
  const { p50, p95, worst } = times;
  return [
    `Hostile requests: ${sent}; ${list(ends)}`,
    `  answers: ${list(statuses)}`,
    `  ${p50.toFixed(1)} ms (p50), ${p95.toFixed(0)} ms (p95), ${seconds(worst)} at most`,
  ];
}

/** Takes what came of hostile files; gives its lines. */
export function describeFeed({ files, byKind, held, looks, longest }: FeedFigures): string[] {
  return [
    `Hostile files: ${files}; ${list(byKind)}`,
    `  held for a while: ${held.files} files with ${held.documents} documents; longest silence of an ingest ${seconds(longest)}`,
    `  answers for them: ${list(looks)}`,
  ];
}
