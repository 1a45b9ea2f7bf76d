'use client';

import { Failure } from '@/components/site/Failure';
import './globals.css';

/** The same where even the layout could not be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面没有取出来</title>
        <Failure digest={error.digest} />
      </body>
    </html>
  );
}
