import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp, writeNewFile, type BackupManifest } from '@/lib/db/backup';

/** A backup among the system's temporary files. */
export interface TestBackup {
  file: string;
  manifest: BackupManifest;
  remove: () => void;
}

/** Backs a database up into a new file. */
export async function makeTestBackup(url: string): Promise<TestBackup> {
  const file = path.join(tmpdir(), `gongbao-backup-${randomBytes(6).toString('hex')}.tar.gz`);
  let manifest: BackupManifest | undefined;
  await writeNewFile(file, { overwrite: false }, async (output) => {
    manifest = await backUp(url, output);
  });
  return { file, manifest: manifest!, remove: () => rmSync(file, { force: true }) };
}
