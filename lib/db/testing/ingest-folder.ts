import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of texts to ingest, for one test file. */
export interface IngestFolder {
  path: string;
  /** Gives the absolute path of a file in it. */
  at: (name: string) => string;
  write: (name: string, text: string | Uint8Array) => Promise<string>;
  move: (name: string, to: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
  clear: () => Promise<void>;
}

/** Makes an empty folder among the system's temporary files. Remove it with `clear`. */
export async function makeIngestFolder(): Promise<IngestFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'gongbao-ingest-')));
  const at = (name: string) => path.join(folder, name);
  return {
    path: folder,
    at,
    write: async (name, text) => {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), text);
      return at(name);
    },
    move: async (name, to) => {
      await mkdir(path.dirname(at(to)), { recursive: true });
      await rename(at(name), at(to));
    },
    remove: async (name) => rm(at(name)),
    clear: async () => rm(folder, { recursive: true }),
  };
}
