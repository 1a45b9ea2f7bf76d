export { readBackup } from './archive/read-backup';
export { backUp, type CopyProgress } from './back-up';
export { BackupError } from './errors';
export type { Manifest } from './manifest';
export { writeNewFile } from './new-file';
export { restoreBackup, type RestoreOptions } from './restore/restore-backup';
