'use client';

import { useEffect, useState } from 'react';
import { copy } from './copy';

/** Milliseconds for which a button says that it has copied. */
const SAID_FOR = 3000;

/**
 * Serves every button with `data-copy` on the page, those that come later too, and tells screen
 * readers what happened.
 */
export function CopyListener() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timers = new Set<number>();
    const listen = (event: MouseEvent): void => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
      if (!button) return;
      const { copy: text = '', copyHtml } = button.dataset;
      void copy(text, copyHtml).then((done) => {
        setSaid(done ? '已复制' : '没有复制成，请选中文字再复制');
        if (done) button.dataset.copied = '';
        timers.add(
          window.setTimeout(() => {
            delete button.dataset.copied;
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
