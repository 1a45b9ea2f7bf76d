import type { Metadata } from 'next';
import { Page } from '@/components/site/Page';
import { addressesOfPage, subjectsUrl, subjectUrl } from '@/lib/addresses/urls';
import { listSubjects } from '@/lib/db/queries/subjects/subjects';

export const metadata: Metadata = {
  title: '按主题浏览',
  description: '按社保、住房、教育、医疗等主题浏览各市的文件。',
  alternates: addressesOfPage(subjectsUrl()),
};

/** The subjects of which documents are held. */
export default async function SubjectsPage() {
  const subjects = await listSubjects();
  return (
    <Page crumbs={[{ label: '主题' }]}>
      <header className="head">
        <h1>按主题浏览</h1>
        <p className="facts-line">
          <span>来源标有主题分类的按其分类，其余按标题和发文机关归类</span>
        </p>
      </header>
      <ul className="counts">
        {subjects.map((subject) => (
          <li key={subject}>
            <a href={subjectUrl(subject)}>{subject}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
