import type { DocNumberPage } from '@/lib/db/queries/citations';
import { displayText } from '@/lib/display';
import { CitingList } from '@/components/document/CitingList';
import { NearNumbers } from './NearNumbers';

type Absent = Extract<DocNumberPage, { kind: 'absent' }>;

/** A number that no held document bears: a page of its own, for four of five cited numbers are such at first. */
export function AbsentNumber({ found, spelling }: { found: Absent; spelling: string }) {
  const { canonical, titles, mentions, total, near } = found;
  return (
    <div className="cols pt-5">
      <div>
        <h1 className="number-title figures">{canonical ?? spelling}</h1>
        <div className="notice">
          <b>本站还没有收录这份文件的原文。</b>
          {total > 0
            ? '下面是已收录的文件提到它时的原话。收录之后，这个地址就是文件本身，已有的链接不会失效。'
            : '已收录的文件里也没有提到它。收录之后，这个地址就是文件本身。'}
        </div>
        {titles.length > 0 && (
          <section className="sec">
            <h2>引用处写的标题</h2>
            <ul className="rows">
              {titles.map(({ title, count }) => (
                <li key={title}>
                  《{displayText(title)}》
                  <p className="by">
                    <span>{count} 处</span>
                  </p>
                </li>
              ))}
            </ul>
            {titles.length > 1 && (
              <p className="quiet">同一个文号写了 {titles.length} 个标题，原文如此，本站不作取舍。</p>
            )}
          </section>
        )}
        {total > 0 && (
          <section className="sec">
            <header>
              <h2>谁引用了它</h2>
              <span className="quiet">
                {total > mentions.length ? `${total} 处，这里列出最近的 ${mentions.length} 处` : `${total} 处`}
              </span>
            </header>
            <CitingList mentions={mentions} />
          </section>
        )}
      </div>
      <NearNumbers documents={near} />
    </div>
  );
}
