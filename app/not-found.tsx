import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Missing } from '@/components/site/Missing';
import { MISSING_HEADER, MISSING_TITLES, missingTitle } from '@/lib/addresses/missing';

/** Next takes the title of every page of status 404 from here. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: missingTitle((await headers()).get(MISSING_HEADER)) };
}

/** An address that no page answers. */
export default function NotFound() {
  return (
    <Missing title={MISSING_TITLES.page}>
      <p>地址可能写错了，或者转发时少了一段。每份文件都可以用文号查到。</p>
    </Missing>
  );
}
