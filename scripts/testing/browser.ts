import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from '../support/progress';
import { installWithApt, runInstaller } from './install-with-apt';

/** Chromium without windows: with it the tests run more than twice as fast. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium for the browser tests, or installs one, and says so.
 * Asks in turn CHROMIUM_PATH, the system, Playwright's own folder; then installs with apt-get (root
 * on Debian: it brings the libraries and a Chinese font too), else with Playwright.
 * @returns the path of the program
 * @throws, with what to do, when all of that fails
 */
export function provideBrowser(): string {
  provideChineseFont();
  const found = findBrowser();
  if (found && (isShell(found) || process.env.CHROMIUM_PATH)) return report(found);
  // The shell is worth its installation also where another one is there.
  if (installWithApt([SHELL]) || (!found && installWithApt(['chromium']))) {
    const installed = findBrowser();
    if (installed) return report(installed);
  }
  if (found) return report(found);
  say('Installing a browser: npx playwright install chromium …');
  runInstaller(process.execPath, [path.join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) return report(installed);
  throw new Error(
    'The browser tests found no Chromium and could not install one. Install it (Debian: apt-get install chromium-headless-shell) or name it: CHROMIUM_PATH=/path/to/chrome npm test',
  );
}

function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin');
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES];
  return [...candidates, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

const isShell = (browser: string): boolean => path.basename(browser).includes('headless');

function report(browser: string): string {
  say(`Browser: ${browser}`);
  return browser;
}

/**
 * Without a font for them, Chinese characters are boxes of one width, and what the tests measure is
 * not what readers see.
 */
function provideChineseFont(): void {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (installWithApt(['fontconfig', 'fonts-noto-cjk']) && hasChineseFont()) return;
  say('No Chinese font found: the browser tests run, but measure boxes. Debian has one in the package fonts-noto-cjk.');
}

function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}
