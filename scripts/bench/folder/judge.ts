import type { FolderResult } from './result';

/** A section may cost so many times more at the end than near the beginning. */
const MOST_GROWTH = 2;
/** Megabytes that an ingest may take, however many files there are. */
const MOST_MEMORY = 2500;
/** Milliseconds for a file that has not changed, beside those to start and to end. */
const MOST_FOR_UNCHANGED = 1.5;
const START = 10_000;
/** Two threads may be no slower than one; a busy machine makes a difference. */
const SLOWER = 1.3;

/** Says what is not as it should be. */
export function judge({ runs, broken, again, restated }: FolderResult, documents: number): string[] {
  const [one, two] = runs;
  const complaints = runs.flatMap(({ jobs, process, held }) => [
    ...(process.code === 0
      ? []
      : [`--jobs ${jobs} ended with code ${String(process.code)}: ${process.output.at(-1) ?? ''}`]),
    ...(held.documents === documents ? [] : [`--jobs ${jobs} stored ${held.documents} documents of ${documents}`]),
    ...(held.late <= MOST_GROWTH * held.early
      ? []
      : [
          `--jobs ${jobs}: a section costs ${(held.late / held.early).toFixed(1)} times as much at the end as near the beginning`,
        ]),
    ...(process.megabytes <= MOST_MEMORY ? [] : [`--jobs ${jobs} took ${Math.round(process.megabytes)} MB`]),
    ...(held.counted === held.sections || held.counted > held.sections / 2
      ? []
      : [`--jobs ${jobs}: the statistics of the search count ${held.counted} sections of ${held.sections}`]),
  ]);
  if (one && two && two.held.digest !== one.held.digest) complaints.push('two threads stored something else than one');
  if (one && broken.held.digest !== one.held.digest)
    complaints.push('what was broken off and gone on is something else');
  if (one && two && two.process.seconds > SLOWER * one.process.seconds)
    complaints.push('two threads are slower than one');
  if (again.code !== 0 || again.seconds * 1000 > START + MOST_FOR_UNCHANGED * documents)
    complaints.push(`files that have not changed took ${again.seconds.toFixed(1)} s`);
  if (!restated.output.some((line) => line.includes('brought up to date')))
    complaints.push('a changed manifest changed nothing');
  return complaints.map((complaint) => `FAILED: ${complaint}.`);
}
