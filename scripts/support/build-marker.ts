import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashBuildInputs, hashProgramInputs } from './build-inputs';

export const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next');

/** The file of a build that names the sources of its pages. */
const PAGES_MARKER = 'gongbao-inputs';
/** The same for its programs. */
const PROGRAMS_MARKER = path.join('gongbao', 'inputs');

/** A part of a build, and how its sources are named. */
interface BuildPart {
  marker: string;
  hash: (project: string) => string;
}

/** What a build consists of: pages made by Next, and the programs that serve them. */
export const BUILD_PARTS = {
  pages: { marker: PAGES_MARKER, hash: hashBuildInputs },
  programs: { marker: PROGRAMS_MARKER, hash: hashProgramInputs },
} as const satisfies Record<string, BuildPart>;

/** Says whether a part of a build was finished; it may be of other sources. */
export const isBuilt = (folder: string, { marker }: BuildPart): boolean => existsSync(path.join(folder, marker));

/** Says whether a part of a build was made from the sources as they are. */
export const isCurrent = (folder: string, part: BuildPart): boolean =>
  isBuilt(folder, part) && readFileSync(path.join(folder, part.marker), 'utf8') === part.hash(process.cwd());

/** Gives the name of a build: of the sources of its pages. */
export const readBuildName = (folder: string): string => readFileSync(path.join(folder, PAGES_MARKER), 'utf8');

/** Gives the file of a program of a build. */
export const programFile = (folder: string, name: 'gateway' | 'serve'): string =>
  path.join(folder, 'gongbao', `${name}.mjs`);
