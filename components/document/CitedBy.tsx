import type { CitingSections } from '@/lib/db/queries/citations';
import { Pager } from '@/components/ui/Pager';
import { CitingList } from './CitingList';

interface CitedByProps {
  citing: CitingSections;
  page: number;
  pages: number;
  /** Address of a page of the list. */
  pageHref: (page: number) => string;
}

/** 被引用: who mentions this document, from which section, in which words. */
export function CitedBy({ citing, page, pages, pageHref }: CitedByProps) {
  return (
    <section className="end" id="cited-by" aria-labelledby="cited-by-title">
      <h2>
        <span id="cited-by-title">被引用</span>
        <small>本站已收录的文件中，{citing.total} 处</small>
      </h2>
      {citing.mentions.length > 0 ? (
        <CitingList mentions={citing.mentions} />
      ) : (
        <p className="quiet">还没有已收录的文件引用本文。</p>
      )}
      <Pager page={page} pages={pages} href={pageHref} label="被引用翻页" />
    </section>
  );
}
