import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CheckForm } from '@/components/check/CheckForm';
import { Page } from '@/components/site/Page';
import { addressesOfPage, checkUrl } from '@/lib/addresses/urls';
import { takeState, TICKET_HEADER } from '@/lib/check/tickets';

export const metadata: Metadata = {
  title: '引文核对',
  description: '贴入一段文稿，核对其中引用的文号、标题和条款：写得对不对，文件还有没有效，规范的写法是什么。',
  alternates: addressesOfPage(checkUrl()),
};

/** Paste a draft, and each reference in it is checked: proxy.ts has read what was posted. */
export default async function CheckPage() {
  return (
    <Page crumbs={[{ label: '引文核对' }]}>
      <CheckForm state={takeState((await headers()).get(TICKET_HEADER))} />
    </Page>
  );
}
