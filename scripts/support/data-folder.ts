import path from 'node:path';

/**
 * Names a place among what the portal keeps for itself on this machine: the embedded database,
 * notes on running portals, files of former builds. It is `.data`, or what DATA_FOLDER names.
 */
export const dataFolder = (...names: string[]): string => path.resolve(process.env.DATA_FOLDER || '.data', ...names);

/** Says whether an error means that this user may not write there, or nobody may. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));
