import { MultiBar, Presets } from 'cli-progress';
import type { FileReport, IngestOptions, RunWork } from '@/lib/db/ingest';
import { printable } from '@/lib/text/printable';
import { describeFile, describeMessages, describePreview } from './lines';
import { Pace } from './pace';

/** Names of files, and words from them, are printed as they are read: a terminal obeys neither. */
export const tell = (line: string): void => console.log(printable(line));
/** The same on standard error. */
export const complain = (line: string): void => console.error(printable(line));

/** Shows a run while it goes on. */
export type Display = Required<Pick<IngestOptions, 'onStart' | 'onFile'>> & { stop: () => void };

/** Files of a run from which those with nothing to tell are counted alone. */
const MANY = 100;
/** Milliseconds between two lines that tell how far it is, where there is no bar. */
const PAUSE = 10_000;

/** On a terminal lines above a bar; elsewhere lines alone. Failures go to standard error. */
export function makeDisplay(verbose: boolean): Display {
  const bars = process.stdout.isTTY
    ? new MultiBar(
        {
          format: ' {bar} {value}/{total}{pace}',
          clearOnComplete: true,
          gracefulExit: false,
          stream: process.stdout,
          // The time that is left moves on while a large file is read.
          forceRedraw: true,
          fps: 4,
        },
        Presets.shades_classic,
      )
    : null;
  let bar: ReturnType<MultiBar['create']> | undefined;
  let pace = new Pace({ files: 0, filesToRead: 0, bytesToRead: 0 }, Date.now());
  let said = Date.now();
  const print = (line: string, file: FileReport) => {
    if (bars) bars.log(`${printable(line)}\n`);
    else if (file.error) complain(line);
    else tell(line);
  };
  const isTold = (file: FileReport): boolean =>
    verbose || !pace.isLong(MANY) || file.outcome === 'failed' || file.note !== undefined;
  return {
    onStart: (work: RunWork) => {
      pace = new Pace(work, Date.now());
      bar = bars?.create(work.files, 0, { pace: '' });
      if (pace.isLong(MANY) && !bars) tell(pace.describeWork());
    },
    onFile: (file) => {
      const now = Date.now();
      pace.add(file, now);
      if (isTold(file)) print(describeFile(file), file);
      for (const line of describePreview(file)) print(line, file);
      if (verbose) for (const line of describeMessages(file)) print(line, file);
      bar?.increment(1, { pace: pace.isLong(MANY) ? `  ${pace.describe(now)}` : '' });
      if (bars || !pace.isLong(MANY) || now - said < PAUSE) return;
      said = now;
      tell(pace.describeWithFiles(now));
    },
    stop: () => {
      // Lines that wait for the next redrawing would be lost.
      bars?.update();
      bars?.stop();
    },
  };
}
