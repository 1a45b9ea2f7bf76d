// `npm run backup -- FILE`: everything that the portal holds, in one file.
import { statSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { backUp, writeNewFile, type BackupManifest } from '@/lib/db/backup';
import { printable } from '@/lib/text/printable';
import { BACKUP_HELP, readBackupArguments, STANDARD_OUTPUT } from './backup/arguments';
import { describeBackup, makeCopyDisplay } from './backup/display';
import { understand } from './support/command-line';
import { withDatabase } from './support/database';

async function main(): Promise<number> {
  const understood = understand(() => readBackupArguments(process.argv.slice(2)), BACKUP_HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const { file, overwrite } = understood.given;
  const began = performance.now();
  const display = makeCopyDisplay('copied');
  const keepOpen = file === STANDARD_OUTPUT;
  let bytes = 0;
  const work = async (url: string): Promise<BackupManifest> => {
    if (keepOpen) return backUp(url, process.stdout, { ...display, keepOpen });
    let manifest: BackupManifest | null = null;
    const write = async (output: Writable): Promise<void> => {
      manifest = await backUp(url, output, display);
    };
    await writeNewFile(file, { overwrite }, write);
    bytes = statSync(file).size;
    return manifest!;
  };
  const manifest = await withDatabase(({ url }) => work(url), { asItIs: true }).finally(display.stop);
  const seconds = (performance.now() - began) / 1000;
  if (!keepOpen) console.log(printable(describeBackup(manifest, file, bytes, seconds)));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
