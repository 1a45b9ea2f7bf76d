import type { Metadata } from 'next';
import { CheckForm } from '@/components/browser/check/CheckForm';
import { Page } from '@/components/site/Page';
import { addressesOfPage, checkUrl } from '@/lib/addresses/urls';
import { checkDraft } from './actions';

export const metadata: Metadata = {
  title: '引文核对',
  description: '贴入一段文稿，核对其中引用的文号、标题和条款：写得对不对，文件还有没有效，规范的写法是什么。',
  alternates: addressesOfPage(checkUrl()),
};

/**
 * Paste a draft, and each reference in it is checked. A form that is posted to this page; script
 * only spares the reload.
 */
export default function CheckPage() {
  return (
    <Page crumbs={[{ label: '引文核对' }]}>
      <CheckForm action={checkDraft} />
    </Page>
  );
}
