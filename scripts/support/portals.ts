import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identifyProcess, isAlive } from './file-lock.mjs';

/** A portal of this clone that is running. */
export interface RunningPortal {
  /** Of the web server: it may outlive an `npm start` that was killed. */
  processId: number;
  port: number;
  /** Folder of the built pages that it serves. */
  pages: string;
}

interface Note extends RunningPortal {
  identity: string;
}

const folder = path.join('.data', 'portals');

/** Gives the running portals of this clone; forgets those whose process has ended. */
export function listPortals(): RunningPortal[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
    if (isAlive(note.identity)) return [note];
    rmSync(file, { force: true });
    return [];
  });
}

/**
 * Makes a portal known to the other commands of this clone.
 * @returns the function that takes it back
 */
export function announcePortal({ processId, port, pages }: RunningPortal): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${processId}.json`);
  const note: Note = { processId, port, pages, identity: identifyProcess(processId) ?? '' };
  writeFileSync(file, JSON.stringify(note));
  return () => {
    rmSync(file, { force: true });
  };
}
