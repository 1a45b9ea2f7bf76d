import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pause } from './backoff';
import { dataFolder, isForbidden } from './data-folder';
import { identifyProcess, isAlive } from './file-lock.mjs';

/** A portal of this clone that is running. */
export interface RunningPortal {
  /** Of the web server: it may outlive an `npm start` that was killed, for some seconds. */
  processId: number;
  port: number;
  /** Folder of the built pages that it serves, absolute. */
  pages: string;
}

interface Note extends RunningPortal {
  identity: string;
  /** Of the command that started it. Notes of earlier versions have none. */
  supervisor?: string;
}

const notesFolder = () => dataFolder('portals');
const END_WITHIN_MILLISECONDS = 7_000;

/** Gives the running portals of this clone; forgets those whose process has ended. */
export function listPortals(): RunningPortal[] {
  return readNotes();
}

function readNotes(): Note[] {
  const folder = notesFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const note = readNote(file);
    if (note && isAlive(note.identity)) return [note];
    rmSync(file, { force: true });
    return [];
  });
}

/** Reads one note; null when it was cut off, or is gone. */
function readNote(file: string): Note | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return null;
  }
}

/**
 * Waits until the portals whose command was killed have ended.
 * They end by themselves; one that hangs is ended by force.
 */
export async function awaitOrphans(): Promise<void> {
  const deadline = Date.now() + END_WITHIN_MILLISECONDS;
  for (;;) {
    const orphans = readNotes().filter(({ supervisor }) => supervisor && !isAlive(supervisor));
    if (orphans.length === 0) return;
    if (Date.now() > deadline) for (const { processId } of orphans) endByForce(processId);
    await pause(100);
  }
}

function endByForce(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Makes a portal known to the other commands of this clone. Where nothing may be written, it is not
 * known to them.
 * @returns the function that takes it back
 */
export function announcePortal({ processId, port, pages }: RunningPortal): () => void {
  const file = path.join(notesFolder(), `${processId}.json`);
  const note: Note = {
    ...{ processId, port, pages: path.resolve(pages) },
    identity: identifyProcess(processId) ?? '',
    supervisor: identifyProcess(process.pid) ?? '',
  };
  const unfinished = dataFolder(`portal-${processId}.unfinished`);
  try {
    mkdirSync(notesFolder(), { recursive: true });
    writeFileSync(unfinished, JSON.stringify(note));
    renameSync(unfinished, file);
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  return () => {
    rmSync(file, { force: true });
  };
}
