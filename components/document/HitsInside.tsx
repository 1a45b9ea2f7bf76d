import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { searchUrl } from '@/lib/addresses/search-params';
import type { InsideSearch } from '@/lib/db/queries/references/search-inside';
import type { DocumentMarks, MarkedSection } from '@/lib/search/marks/marks';
import { documentSearchUrl, documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { typesetText } from '@/lib/text/typography';
import { findPartInside } from '@/lib/views/document/part-inside';
import { Marked } from '@/components/search/Marked';
import { OtherWordsLine } from '@/components/search/OtherWordsLine';
import { SectionPath } from '@/components/shared/SectionPath';

interface HitsInsideProps {
  inside: InsideSearch;
  document: DocumentDetail;
}

/** So many sections are open to the eye; the others unfold. */
const SHOWN = 8;

/**
 * Where in this document the words stand: section by section, each a link to its place in the text
 * below.
 */
export function HitsInside({ inside, document }: HitsInsideProps) {
  const { municipality, slug } = document;
  const { typed, taken, found, others } = inside;
  const { addresses, sections, titleFound } = found;
  const list = (part: readonly MarkedSection[]) => (
    <ol className="places">
      {part.map((section) => (
        <Hit
          key={section.address}
          section={section}
          href={sectionPlaceUrl(municipality.slug, slug, section.address, taken)}
        />
      ))}
    </ol>
  );
  const rest = sections.slice(SHOWN);
  const part = findPartInside(document.tree, typed.q);
  return (
    <section className="inside-hits" id="hits" aria-labelledby="hits-title">
      <h2 id="hits-title">{countSections(found, taken.q)}</h2>
      {taken.q !== typed.q && (
        <p className="understood quiet" role="note">
          本文件没有一处写着“{typed.q}”，已改查“{taken.q}”。
        </p>
      )}
      <OtherWordsLine
        others={others}
        filter={taken}
        href={(filter) => documentSearchUrl(municipality.slug, slug, filter)}
      />
      <p className="ways">
        {part && <a href={sectionPlaceUrl(municipality.slug, slug, part.address)}>到“{typesetText(part.name)}”</a>}
        {(addresses.size === 0 || taken.q !== typed.q) && <a href={searchUrl({ q: typed.q })}>在全站检索“{typed.q}”</a>}
        <a href={documentUrl(municipality.slug, slug)}>{addresses.size > 0 || titleFound ? '取消标记' : '回到文件'}</a>
      </p>
      {sections.length > 0 && list(sections.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>再列出 {rest.length} 节</summary>
          {list(rest)}
        </details>
      )}
      {addresses.size > sections.length && (
        <p className="quiet">这里列出前 {sections.length} 节，其余各节的字句在正文中同样标出。</p>
      )}
    </section>
  );
}

function countSections({ addresses, titleFound, scattered }: DocumentMarks, q: string): string {
  const count = addresses.size;
  if (count > 0 && scattered) return `本文件中没有一节同时有“${q}”，有其中字句的 ${count} 节`;
  if (count > 0) return `“${q}”见于本文件 ${count} 节`;
  return titleFound ? `“${q}”见于标题，正文中没有` : `本文件中没有找到“${q}”`;
}

function Hit({ section, href }: { section: MarkedSection; href: string }) {
  const { count, snippet } = section;
  return (
    <li>
      <a href={href}>
        <SectionPath section={section} />
      </a>
      {count > 1 && <span className="times">{count} 次</span>}
      {snippet.text && (
        <p>
          {snippet.cutBefore && '…'}
          <Marked text={snippet.text} marks={snippet.marks} />
          {snippet.cutAfter && '…'}
        </p>
      )}
    </li>
  );
}
