/**
 * A backup or a restore that cannot be made. The message is a sentence for operators: what is
 * wrong, and what to do.
 */
export class BackupError extends Error {
  override name = 'BackupError';
}
