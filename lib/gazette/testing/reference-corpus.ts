import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds the reference corpus: real gazettes that are no part of the project.
 * REFERENCE_CORPUS names the folder; an empty one stands for none. Left out, it is
 * `../shared/corpus`, seen from the project's folder, where that is there.
 * @returns the absolute path, or null where there is none
 * @throws Error when REFERENCE_CORPUS names what is not there
 */
export function findReferenceCorpus(): string | null {
  const named = process.env.REFERENCE_CORPUS;
  if (named === '') return null;
  const folder = path.resolve(named ?? path.join('..', 'shared', 'corpus'));
  if (existsSync(folder)) return folder;
  if (named === undefined) return null;
  throw new Error(`REFERENCE_CORPUS names ${folder}, which is not there. Correct it, or leave it out.`);
}

/** Why a test of the real gazettes is skipped. */
export const noReferenceCorpus = 'there is no reference corpus (REFERENCE_CORPUS)';
