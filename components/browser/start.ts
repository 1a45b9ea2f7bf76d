import { startCopyButtons } from './page/copy-buttons';
import { startPageControls } from './page/page-controls';
import { watchCitations } from './peek/watch-citations';
import { startReadingTools } from './reading/reading-tools';
import { hooked } from './hooks';

let isStarted = false;

/**
 * Starts what script adds to the page: once, and only what its hooks ask for.
 * What is large or rarely used is loaded when the reader first asks for it.
 */
export function start(): void {
  if (isStarted) return;
  isStarted = true;
  startCopyButtons();
  startPageControls();
  if (document.querySelector(hooked('prose'))) startReadingTools();
  // A browser without popovers shows no card: a citation is then the link that it is.
  if (document.querySelector(hooked('citation')) && 'popover' in HTMLElement.prototype) watchCitations();
  if (document.querySelector(hooked('check')))
    void import('./check/send-draft').then(({ sendDraftsHere }) => sendDraftsHere());
}

// React makes a page anew that it finds changed: where it is at work, AfterReact calls start().
if (!('__next_f' in globalThis)) start();
