import type { AddResult } from './measure/add-issue';
import type { ClientsResult } from './measure/clients';
import type { IndexFindings } from './measure/on-opensearch';
import type { BuildTimes } from './database';
import type { Times } from '../statistics';
import type { ClassResult } from './measure/measure';
import type { Recall } from './measure/recall';
import type { Size, Sizes } from './measure/sizes';

/** Everything that a run found out. */
export interface Findings {
  sections: number;
  /** Processes that wanted to run in the last minute, on average; ours are about one. */
  load: number;
  documents: number;
  municipalities: number;
  build: BuildTimes;
  yardstickSize: number;
  sizes: Sizes;
  recalls: Map<string, Recall>;
  classes: ClassResult[];
  adding: AddResult;
  clients: ClientsResult | null;
  /** The same queries by OpenSearch; null where it was not measured. */
  onIndex: IndexFindings | null;
}

const ms = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
const seconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} s`;
const grouped = (count: number): string => count.toLocaleString('en-US');

function size(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes < 1024 ? `${megabytes.toFixed(0)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

const pair = ({ p50, p95 }: Times): string => `${ms(p50)} / ${ms(p95)}`;
const listed = (sizes: readonly Size[]): string => sizes.map(({ name, bytes }) => `${name} ${size(bytes)}`).join(', ');

/** Takes the findings; gives the report in Markdown, line by line. */
export function reportLines(findings: Findings): string[] {
  return [...buildLines(findings), '', ...classLines(findings), '', ...endLines(findings), ...indexLines(findings)];
}

function buildLines({ sections, load, documents, municipalities, build, sizes, yardstickSize }: Findings): string[] {
  const indexes = Object.values(build.indexes).reduce((sum, each) => sum + each, 0);
  const slowest = Object.entries(build.indexes)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([name, taken]) => `${name} ${seconds(taken)}`);
  const total = build.fill + indexes + build.citations + build.vacuum + build.statistics;
  return [
    `### ${grouped(sections)} sections, ${grouped(documents)} documents, ${municipalities} municipalities`,
    '',
    `- Build: ${seconds(total)}: rows made and copied ${seconds(build.fill)}, indexes ${seconds(indexes)} (${slowest.join(', ')}), citations linked ${seconds(build.citations)}, vacuum and analyze ${seconds(build.vacuum)}, statistics ${seconds(build.statistics)}.`,
    `- Size: ${size(sizes.database)}, ${(sizes.database / sections / 1024).toFixed(1)} KB a section. Tables: ${listed(sizes.tables)}. Indexes: ${listed(sizes.indexes)}.`,
    `- Yardstick: ${size(yardstickSize)}.`,
    `- Load of the machine while it was measured: ${load.toFixed(1)}.`,
  ];
}

function classLines({ classes, recalls }: Findings): string[] {
  return [
    '| class | p50 / p95 ms | worst | processor | recall | FTS5 p50 / p95 | times FTS5 |',
    '|---|---|---|---|---|---|---|',
    ...classes.map(({ name, times, processor, yardstick }) => {
      const recall = recalls.get(name);
      const share = !recall || recall.queries === 0 ? '' : recall.there === 0 ? 'nothing there' : shareOf(recall);
      const ratio = yardstick ? `${ratioOf(times.p50, yardstick.p50)} / ${ratioOf(times.p95, yardstick.p95)}` : '';
      return `| ${name} | ${pair(times)} | ${ms(times.worst)} | ${processor ? pair(processor) : ''} | ${share} | ${yardstick ? pair(yardstick) : ''} | ${ratio} |`;
    }),
  ];
}

/** What OpenSearch did, beside what PostgreSQL did in the same run. */
function indexLines({ onIndex, classes, sections }: Findings): string[] {
  if (!onIndex) return [];
  const { build, bytes, recalls } = onIndex;
  const own = new Map(classes.map(({ name, times }) => [name, times]));
  return [
    '',
    '#### Words found by one node of OpenSearch, one shard',
    '',
    `- Index: ${size(bytes)}, ${grouped(Math.round(bytes / sections))} bytes a section, built and compared in ${seconds(build)}.`,
    '',
    '| class of OpenSearch | p50 / p95 ms | worst | recall | PostgreSQL p50 / p95 |',
    '|---|---|---|---|---|',
    ...onIndex.classes.map(({ name, times }) => {
      const recall = recalls.get(name);
      const share = !recall || recall.queries === 0 || recall.there === 0 ? '' : shareOf(recall);
      return `| OpenSearch: ${name} | ${pair(times)} | ${ms(times.worst)} | ${share} | ${pair(own.get(name)!)} |`;
    }),
  ];
}

const shareOf = ({ found, there }: Recall): string =>
  `${found === there ? '1.0' : (found / there).toFixed(4)} of ${grouped(there)}`;
const ratioOf = (own: number, other: number): string => (own / Math.max(other, 0.001)).toFixed(1);

function endLines({ adding, clients }: Findings): string[] {
  const lines = [
    `- Adding an issue of ${adding.sections} sections: ${ms(adding.store)} ms in its transaction (slowest of ${adding.issues}: ${ms(adding.slowest)}), after ${ms(adding.prepare)} ms to make its rows; ${ms(adding.settle)} ms more to sort them into the indexes at the end.`,
  ];
  if (clients)
    lines.push(
      `- ${clients.clients} clients at once for ${clients.seconds.toFixed(0)} s: ${grouped(clients.searches)} searches, ${clients.perSecond.toFixed(0)} a second, p50 ${ms(clients.p50)} ms, p95 ${ms(clients.p95)} ms, worst ${ms(clients.worst)} ms, ${clients.errors.length === 0 ? 'no error' : `errors: ${clients.errors.join('; ')}`}, ${clients.timedOut} given up.`,
    );
  return lines;
}
