import { readFileSync } from 'node:fs';
import path from 'node:path';
import { log } from '@/lib/logging/log';

/** File in a build's folder that names its browser code. */
export const BROWSER_SCRIPTS_FILE = 'browser-scripts.json';

/** Addresses of the browser code of a build. */
export interface BrowserScripts {
  /** The entry, which every page loads. */
  start: string;
  /** What the entry imports at once. */
  shared: string[];
}

let known: BrowserScripts | undefined;

/**
 * Reads which browser code belongs to this build.
 * @returns null where none was built: pages are complete without
 */
export function readBrowserScripts(): BrowserScripts | null {
  if (known) return known;
  const isDevelopment = process.env.NODE_ENV === 'development';
  const folder = path.join(process.env.NEXT_DIST_DIR ?? '.next', isDevelopment ? 'dev' : '');
  let text: string;
  try {
    text = readFileSync(/* turbopackIgnore: true */ path.join(folder, BROWSER_SCRIPTS_FILE), 'utf8');
  } catch (error) {
    // In development they are bundled while the first pages are read.
    if (!isDevelopment) log('no browser scripts', {}, error);
    return null;
  }
  const scripts = JSON.parse(text) as BrowserScripts;
  // In development every edit makes others.
  if (!isDevelopment) known = scripts;
  return scripts;
}
