// `npm run restore -- FILE`: fills the database from a file of `npm run backup`.
import { readBackup, restoreBackup } from '@/lib/db/backup';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { printable } from '@/lib/text/printable';
import { readRestoreArguments, RESTORE_HELP } from './backup/arguments';
import { describeManifest, makeCopyDisplay } from './backup/display';
import { understand } from './support/command-line';
import { withDatabase } from './support/database';
import { seconds } from './support/progress';

const say = (line: string): void => console.log(printable(line));

async function main(): Promise<number> {
  const understood = understand(() => readRestoreArguments(process.argv.slice(2)), RESTORE_HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const { file, check, replace, without } = understood.given;
  // One that cannot be restored starts no server.
  const checked = await readBackup(file);
  if (check) {
    say(`${file} is whole.`);
    for (const line of describeManifest(checked)) say(line);
    return 0;
  }
  const began = performance.now();
  const display = makeCopyDisplay('restored');
  const options = { ...display, checked, replace, without };
  await withDatabase(({ url }) => restoreBackup(url, file, options), { asItIs: true }).finally(display.stop);
  for (const line of describeManifest(checked)) say(line);
  if (checked.storedVersion !== storedVersion)
    say('It was made by a release that read texts otherwise: the next ingest reads them again.');
  say(`All of it is restored, in ${seconds(began)}.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(printable(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
