'use client';

import { Failure } from '@/components/browser/page/Failure';
import './globals.css';

/** The same where even the layout could not be made. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面没有取出来</title>
        <Failure digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
