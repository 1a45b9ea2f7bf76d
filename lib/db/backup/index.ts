export { readBackup } from './archive/read-backup';
export { backUp, type CopyProgress } from './back-up';
export type { BackupManifest } from './manifest';
export { writeNewFile } from './new-file';
export { restoreBackup } from './restore/restore-backup';
