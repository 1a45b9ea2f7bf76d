import { Presets, SingleBar } from 'cli-progress';
import type { CopyProgress, BackupManifest } from '@/lib/db/backup';
import { printable } from '@/lib/text/printable';

/** Milliseconds between lines where there is no terminal. */
const EVERY = 10_000;

const grouped = (value: number | string): string => Number(value).toLocaleString('en-US');
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const rowsOf = ({ tables }: BackupManifest): number => tables.reduce((sum, { rows }) => sum + Number(rows), 0);

/** Progress on standard error: on a terminal a bar, elsewhere lines. */
export interface CopyDisplay extends Required<CopyProgress> {
  onStep: (step: string) => void;
  stop: () => void;
}

/** @param verb what is done with the rows: `copied`, `restored` */
export function makeCopyDisplay(verb: string): CopyDisplay {
  let total = 0;
  let done = 0;
  let told = Date.now();
  const bar = process.stderr.isTTY
    ? new SingleBar(
        { format: ' {bar} {value}/{total} rows {table}', clearOnComplete: true, stream: process.stderr },
        Presets.shades_classic,
      )
    : null;
  const say = (line: string): void => {
    bar?.stop();
    console.error(printable(line));
  };
  return {
    onManifest: (manifest) => {
      total = rowsOf(manifest);
    },
    onRows: (table, rows) => {
      if (done === 0) bar?.start(total, 0, { table });
      done += rows;
      bar?.update(done, { table: printable(table) });
      if (bar || Date.now() - told < EVERY) return;
      told = Date.now();
      say(`${grouped(done)} of ${grouped(total)} rows ${verb}`);
    },
    onStep: (step) => say(`${step} …`),
    stop: () => bar?.stop(),
  };
}

/** Describes a finished backup in a line. */
export const describeBackup = (manifest: BackupManifest, file: string, bytes: number, seconds: number): string =>
  `${file}: ${grouped(rowsOf(manifest))} rows of ${manifest.tables.length} tables, ${megabytes(bytes)}, in ${seconds.toFixed(1)} s`;

/** Describes what is in a backup, in lines. */
export function describeManifest(manifest: BackupManifest): string[] {
  const { createdAt, gongbao, server, migrations, state, tables } = manifest;
  const width = Math.max(...tables.map(({ name }) => name.length));
  return [
    `Made ${createdAt} by gongbao ${gongbao}, from PostgreSQL ${server}, with migrations up to ${migrations.at(-1)!.name}.`,
    ...(state ? [`Identity ${state.identity}, revision ${state.revision}.`] : []),
    ...tables.map(({ name, rows }) => `  ${name.padEnd(width)}  ${grouped(rows).padStart(12)} rows`),
  ];
}
