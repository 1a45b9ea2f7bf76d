import type { Metadata } from 'next';
import { KeyList } from '@/components/site/KeyList';
import { commonKeys, ownKeys } from '@/lib/views/keys';
import { Page } from '@/components/site/Page';
import { keyboardUrl } from '@/lib/addresses/urls';

export const metadata: Metadata = {
  title: '键盘说明',
  description: '不用鼠标怎样读公报：到检索框、目录、下一节的按键，和浏览器自己的按键。',
  alternates: { canonical: keyboardUrl() },
};

/** What the keys do. With script `?` shows the first list on any page. */
export default function KeyboardPage() {
  return (
    <Page crumbs={[{ label: '键盘说明' }]}>
      <header className="head">
        <h1>键盘说明</h1>
        <p className="mt-3">不用鼠标也能用全部功能。</p>
      </header>
      <div className="site-words">
        <h2>本站的按键</h2>
        <p>不在输入框里时按。和读屏软件、输入法的按键冲突时，在页面顶部的“显示”里把快捷键关掉。</p>
        <KeyList keys={ownKeys} />
        <h2>浏览器的按键</h2>
        <KeyList keys={commonKeys} />
      </div>
    </Page>
  );
}
