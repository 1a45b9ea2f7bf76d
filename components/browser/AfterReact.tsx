'use client';

import { useEffect } from 'react';
import type * as entry from './start';

/**
 * Starts the browser code of a page that React has taken over.
 * That is every page of `npm run dev`; readers get theirs without React (docs/decisions/0025).
 * @param props.script address of the entry, which the page loads already
 */
export function AfterReact({ script }: { script: string }) {
  useEffect(() => {
    void import(/* turbopackIgnore: true */ script).then(({ start }: typeof entry) => start());
  }, [script]);
  return null;
}
