import type { Metadata } from 'next';
import { Statement } from '@/components/site/Statement';
import { Page } from '@/components/site/Page';
import { readEnvironment } from '@/lib/settings/env';
import { accessibilityUrl } from '@/lib/addresses/urls';

export const metadata: Metadata = {
  title: '无障碍声明',
  description: '本站为看不清、看不见、不用鼠标的读者做了什么，还有哪些地方没有做好，怎样告诉我们。',
  alternates: { canonical: accessibilityUrl() },
};

/** What is done for everyone, what is not, and whom to tell. */
export default function AccessibilityPage() {
  const { correctionsEmail, organiser } = readEnvironment();
  return (
    <Page crumbs={[{ label: '无障碍声明' }]}>
      <header className="head">
        <h1>无障碍声明</h1>
        <p className="mt-3 max-w-(--measure)">
          公报写给所有人，所以这里的每一页都要让看不清、看不见、听不见、不用鼠标的人也能读。本站照《Web
          内容无障碍指南》（WCAG）2.2 的 AA 级来做，也参照国家标准 GB/T 37668—2019。
        </p>
      </header>
      <Statement email={correctionsEmail} organiser={organiser} />
    </Page>
  );
}
