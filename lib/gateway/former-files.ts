import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeStrictly } from '@/lib/addresses/pattern';

/** Media types of what a build makes. */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=UTF-8',
  '.js': 'application/javascript; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A script or style sheet of a former build. */
export interface FormerFile {
  body: Buffer;
  type: string;
}

/**
 * Reads a file of a former build. Pages in open windows still load such files
 * (scripts/support/former-builds.ts); their names tell their content.
 * @param folder what the builds have left, with the paths of their addresses
 * @param address `/_next/static/chunks/3dz-acm9ibech.css`
 * @returns null where no former build had it
 */
export async function readFormerFile(folder: string, address: string): Promise<FormerFile | null> {
  const segments = address.split('/').slice(1).map(decodeStrictly);
  const isPlain = segments.every((segment) => segment !== null && /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment));
  const type = TYPES[path.extname(address)];
  if (!isPlain || type === undefined || !address.startsWith('/_next/static/')) return null;
  try {
    return { body: await readFile(path.join(folder, ...(segments as string[]))), type };
  } catch {
    return null;
  }
}
