import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identifyProcess, isAlive } from './file-lock.mjs';

/** A portal of this clone that is running. */
export interface Portal {
  processId: number;
  port: number;
  /** Folder of the built pages that it serves. */
  pages: string;
}

interface Note extends Portal {
  identity: string;
}

const folder = path.join('.data', 'portals');

/** Gives the running portals of this clone; forgets those whose process has ended. */
export function listPortals(): Portal[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
    if (isAlive(note.identity)) return [note];
    rmSync(file, { force: true });
    return [];
  });
}

/** Makes the portal that this process runs known to the others; gives the function that takes it back. */
export function announcePortal(port: number, pages: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${process.pid}.json`);
  const note: Note = { processId: process.pid, port, pages, identity: identifyProcess(process.pid) ?? '' };
  writeFileSync(file, JSON.stringify(note));
  return () => {
    rmSync(file, { force: true });
  };
}
