import { citingParameters } from '@/lib/addresses/citing-params';
import type { Mentions } from '@/lib/db/queries/citations/mentions';
import type { Validity } from '@/lib/validity/validity';
import { CitingGroups } from './CitingGroups';

interface CitedByProps {
  citing: Mentions;
  /** Of the documents that cite, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** Address of the page that shows the list. */
  href: string;
}

/** 被引用: who mentions this document or this section of it, from which section, in which words. */
export function CitedBy({ citing, validities, href }: CitedByProps) {
  return (
    <section className="end" id="cited-by" aria-labelledby="cited-by-title">
      <h2>
        <span id="cited-by-title">被引用</span>
        <small>本站已收录的文件中，{citing.total} 次</small>
      </h2>
      {citing.total === 0 && <p className="quiet">还没有已收录的文件引用本文。</p>}
      <CitingGroups
        citing={citing}
        validities={validities}
        href={(filter) => `${href}${citingParameters(filter, 'cited')}#cited-by`}
      />
    </section>
  );
}
