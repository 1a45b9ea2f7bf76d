import type { CitingFilter } from '@/lib/addresses/citing-params';
import type { Mentions } from '@/lib/db/queries/citations/mentions';
import type { CitingSection } from '@/lib/db/queries/selects';
import type { Relation } from '@/lib/gazette/ast';
import type { Validity } from '@/lib/validity/validity';
import { Pager } from '@/components/shared/Pager';
import { CitingList } from './CitingList';
import { groupBy } from '@/lib/collections/group-by';
import { relationWord } from '@/lib/views/document/relation-words';

interface CitingGroupsProps {
  citing: Mentions;
  /** Of the documents that cite, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** Address of a part of the list. */
  href: (filter: CitingFilter) => string;
}

/**
 * Who cites, by relation and by year, newest first; a page of it. Stands below a heading of the
 * second level.
 */
export function CitingGroups({ citing, validities, href }: CitingGroupsProps) {
  const { mentions, relations, relation, page, pages } = citing;
  const several = new Set(mentions.map(yearOf)).size > 1;
  return (
    <>
      <RelationLinks citing={citing} href={href} />
      {[...groupBy(mentions, (mention) => mention.relation).values()].map((group) => (
        <section key={group[0].relation} className="relation">
          <h3>
            {relationWord(group[0].relation)}
            <small>{relations.find((one) => one.relation === group[0].relation)?.count} 次</small>
          </h3>
          {[...groupBy(group, yearOf).values()].map((ofYear) => (
            <div key={yearOf(ofYear[0])} className={several ? 'of-year' : undefined}>
              {several && <h4 className="figures">{yearOf(ofYear[0])}年</h4>}
              <CitingList mentions={ofYear} validities={validities} />
            </div>
          ))}
        </section>
      ))}
      <Pager
        page={page}
        pages={pages}
        href={(to) => href({ ...(relation !== undefined && { relation }), page: to })}
        label="引用翻页"
      />
    </>
  );
}

const yearOf = ({ document }: CitingSection): string => String(document.orderedOn.getUTCFullYear());

/** 全部 12　废止 1　引用 11: the list of one relation alone. Nothing where there is one only. */
function RelationLinks({ citing: { relations, relation, total }, href }: Pick<CitingGroupsProps, 'citing' | 'href'>) {
  if (relations.length < 2) return null;
  const all: { relation?: Relation; count: number }[] = [{ count: total }, ...relations];
  return (
    <ul className="relation-links" aria-label="按关系看">
      {all.map((one) => (
        <li key={one.relation ?? ''}>
          <a
            href={href({ ...(one.relation !== undefined && { relation: one.relation }), page: 1 })}
            aria-current={one.relation === relation ? 'true' : undefined}
          >
            {one.relation === undefined ? '全部' : relationWord(one.relation)} {one.count}
            <span className="sr-only"> 次</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
