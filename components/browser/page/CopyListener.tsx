'use client';

import { useEffect, useState } from 'react';
import { copy } from './copy';
import { hooked, readHook, setState } from '@/components/browser/hooks';

/** Milliseconds for which a button says that it has copied. */
const SAID_FOR = 3000;

/**
 * Makes every button with the hook `copy` copy, those that are added later too.
 * A status line says to screen readers what happened.
 */
export function CopyListener() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timers = new Set<number>();
    const listen = (event: MouseEvent): void => {
      const button = event.target instanceof Element ? event.target.closest(hooked('copy')) : null;
      if (!button) return;
      void copy(readHook(button, 'copy') ?? '', readHook(button, 'copy-html')).then((done) => {
        setSaid(done ? '已复制' : '没有复制成，请选中文字再复制');
        if (done) setState(button, 'copied', true);
        timers.add(
          window.setTimeout(() => {
            setState(button, 'copied', false);
            setSaid('');
          }, SAID_FOR),
        );
      });
    };
    document.addEventListener('click', listen);
    return () => {
      document.removeEventListener('click', listen);
      timers.forEach((timer) => window.clearTimeout(timer));
    };
  }, []);
  return (
    <p className="sr-only" role="status">
      {said}
    </p>
  );
}
