import type { Neighbour, Side } from '@/lib/db/queries/citations/neighbourhood';
import { sectionPlaceUrl } from '@/lib/addresses/urls';
import { Pager } from '@/components/shared/Pager';
import { Tag } from '@/components/shared/Tag';
import { Day } from '@/components/shared/DocumentFactList';
import { relationWord } from '@/lib/views/document/relation-words';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { LineSample } from './Legend';
import { viewNeighbour } from '@/lib/views/graph/neighbour-view';

/** A document's address. */
interface DocumentPlace {
  slug: string;
  municipality: { slug: string };
}

interface NeighbourListProps {
  id: string;
  /** 本文引用的 */
  title: string;
  /** What is said where there are none. */
  empty: string;
  side: Side;
  pageHref: (page: number) => string;
  /**
   * The document that mentions, where it is the same for all: then the neighbours are mentioned;
   * else each mentions.
   */
  citing?: DocumentPlace;
}

/**
 * One side of a neighbourhood in words: each document with its relation, date, state and the place
 * of its first mention.
 */
export function NeighbourList({ id, title, empty, side, pageHref, citing }: NeighbourListProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="quiet">{side.pages > 1 ? `${side.total} 件，提及多的在前页` : `${side.total} 件`}</span>
      </header>
      {side.total === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className="rows">
          {side.neighbours.map((neighbour, index) => (
            <NeighbourRow key={index} neighbour={neighbour} citing={citing} />
          ))}
        </ul>
      )}
      <Pager page={side.page} pages={side.pages} href={pageHref} label={`${title}翻页`} />
    </section>
  );
}

function NeighbourRow({ neighbour, citing }: { neighbour: Neighbour; citing: DocumentPlace | undefined }) {
  const { document, docNumber, year, relations, address, validity, candidates } = neighbour;
  const { href, title, name } = viewNeighbour(neighbour);
  const place = citing ?? document;
  return (
    <li>
      <a className="t" href={href}>
        {title ?? name}
      </a>
      <p className="by">
        {docNumber && <span className="wenhao">{docNumber}</span>}
        {document?.signedOn ? (
          <Day date={document.signedOn} />
        ) : (
          <span>{year === null ? '年份不详' : `${year}年`}</span>
        )}
        {document?.municipality.sample && <Tag>示例</Tag>}
        {candidates === 0 && <Tag>未收录</Tag>}
        {candidates > 1 && <Tag>{candidates} 件</Tag>}
        <ValidityTag validity={validity} />
      </p>
      <p className="by">
        {relations.map(({ relation, count }) => (
          <span key={relation}>
            <LineSample relation={relation} />
            {relationWord(relation)} {count} 次
          </span>
        ))}
        {place && <a href={sectionPlaceUrl(place.municipality.slug, place.slug, address)}>看引用处</a>}
      </p>
    </li>
  );
}
