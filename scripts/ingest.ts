import path from 'node:path';
import { ingestPaths, type IngestOptions, type IngestReport } from '@/lib/db/ingest';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { removeSources } from '@/lib/db/ingest/remove';
import { understand } from './support/command-line';
import { recorded } from './support/recorded';
import { HELP, readArguments, type Arguments } from './ingest/arguments';
import { complain, makeDisplay, tell, type Display } from './ingest/display';
import {
  describeCorrections,
  describeFile,
  describeManifests,
  describeMessages,
  describeOutdated,
  describeRemoved,
  describeRun,
  listCorrectionErrors,
} from './ingest/lines';
import { compared } from './ingest/compared';
import { refuseOthers, writeReport } from './ingest/report-page';
import { makeProgress } from './support/progress-bar';

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
const pathOf = (named: string): string => path.resolve(process.env.INIT_CWD ?? '.', named);

async function ingest(given: Arguments, display: Display): Promise<IngestReport> {
  const { named, dryRun, municipality, replace, accept, jobs } = given;
  const options: IngestOptions = { prisma: null, dryRun, municipality, replace, accept, jobs, ...display };
  const paths = named.map(pathOf);
  if (dryRun) return compared((prisma) => ingestPaths(paths, { ...options, ...(prisma && { compareWith: prisma }) }));
  return recorded('ingest', (prisma, recorder) =>
    ingestPaths(paths, {
      ...options,
      prisma,
      onStart: (work) => {
        recorder.onStart(work.files);
        display.onStart(work);
      },
      onFile: (file) => {
        recorder.onFile(file);
        display.onFile(file);
      },
    }),
  );
}

/** Gives the exit code. */
async function readAnew({ verbose, accept }: Arguments): Promise<number> {
  const progress = makeProgress('read anew', { say: tell, complain });
  const report = await recorded('outdated', (prisma, recorder) =>
    readOutdated({
      prisma,
      accept,
      onStart: (count) => {
        recorder.onStart(count);
        progress.start(count);
      },
      onFile: (file) => {
        recorder.onFile(file);
        if (file.error !== undefined) progress.complain(file.error);
        else if (verbose) for (const line of [describeFile(file), ...describeMessages(file)]) progress.say(line);
        progress.step();
      },
    }),
  ).finally(progress.stop);
  for (const line of describeOutdated(report)) tell(line);
  return report.failed > 0 ? 1 : 0;
}

/** Gives the exit code. */
async function remove(named: string[], reason: string | null): Promise<number> {
  const files = named.map((each) => ({ named: each, path: pathOf(each) }));
  const { removed, problems } = await recorded('remove', async (prisma, recorder) => {
    recorder.onStart(files.length);
    const result = await removeSources(prisma, files, reason);
    for (const { path } of result.removed) recorder.onFile({ path, outcome: 'removed' });
    for (const { path, message } of result.problems) recorder.onFile({ path, outcome: 'failed', error: message });
    return result;
  });
  for (const { message } of problems) complain(message);
  for (const line of describeRemoved(removed)) tell(line);
  return problems.length > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const understood = understand(() => readArguments(process.argv.slice(2)), HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const { given } = understood;
  if (given.remove) return remove(given.named, given.reason ?? null);
  if (given.outdated) return readAnew(given);
  const reportFile = given.report === undefined ? null : pathOf(given.report);
  if (reportFile !== null) refuseOthers(reportFile);
  const display = makeDisplay(given.verbose);
  const report = await ingest(given, display).finally(display.stop);
  for (const line of [...describeCorrections(report), ...describeManifests(report)]) tell(line);
  for (const line of listCorrectionErrors(report)) complain(line);
  for (const line of report.manifests.flatMap(({ errors }) => errors)) complain(line);
  for (const line of describeRun(report, given)) tell(line);
  if (reportFile !== null) {
    writeReport(reportFile, report.files, new Date());
    tell(`Report: ${reportFile}`);
  }
  const isStopped =
    !given.accept && report.files.some(({ preview }) => preview !== undefined && preview.stops.length > 0);
  const hasFailed = isStopped || [...report.files, ...report.corrections].some(({ outcome }) => outcome === 'failed');
  return hasFailed || report.manifests.some(({ errors }) => errors.length > 0) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
