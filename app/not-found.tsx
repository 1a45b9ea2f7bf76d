import type { Metadata } from 'next';
import { Missing } from '@/components/site/Missing';

export const metadata: Metadata = { title: '没有这个页面' };

/** An address that no page answers. */
export default function NotFound() {
  return (
    <Missing title="没有这个页面">
      <p>地址可能写错了，或者转发时少了一段。每份文件都可以用文号查到。</p>
    </Missing>
  );
}
