import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Missing } from '@/components/site/Missing';
import { decodeStrictly } from '@/lib/addresses/pattern';
import { ADDRESS_HEADER } from '@/lib/traditional/headers';
import { MISSING_HEADER, MISSING_TITLES, missingTitle } from '@/lib/addresses/missing';

/** Next takes the title of every page of status 404 from here. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: missingTitle((await headers()).get(MISSING_HEADER)) };
}

/** Longest part of an address that is shown, in characters. */
const SHOWN = 80;

/** An address that no page answers, by its name. */
export default async function NotFound() {
  const address = (await headers()).get(ADDRESS_HEADER)?.replace(/\?.*$/su, '') ?? '';
  const asked = decodeStrictly(address) ?? '';
  return (
    <Missing title={MISSING_TITLES.page}>
      <p>
        {asked !== '' && `没有“${asked.length > SHOWN ? `${asked.slice(0, SHOWN)}…` : asked}”这个页面。`}
        地址可能写错了，或者转发时少了一段。每份文件都可以用文号查到。
      </p>
    </Missing>
  );
}
