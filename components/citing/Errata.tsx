import { Pager } from '@/components/shared/Pager';
import { FollowThis } from '@/components/site/FollowLinks';
import { groupBy } from '@/lib/collections/group-by';
import type { ErrataPage, TieRow } from '@/lib/db/queries/citations/ties';
import { citedKey, citingKey } from '@/lib/views/document/tie-groups';
import { TiedDocument, Named, TieSentence } from './Ties';

interface ErrataProps {
  /** Name of the municipality; empty for all. */
  name: string;
  errata: ErrataPage;
  href: (page: number) => string;
  feed: string;
}

/** Documents in which gazettes correct what they printed, each with what it corrects. */
export function Errata({ name, errata: { total, page, pages, rows }, href, feed }: ErrataProps) {
  return (
    <>
      <header className="head">
        <h1>
          {name}
          <wbr />
          公报刊登的更正
        </h1>
        <p className="facts-line">
          <span>公报更正自己刊登过的文字，共 {total} 件</span>
        </p>
      </header>
      {total === 0 && <p className="quiet">已收录的公报里还没有更正。</p>}
      <ul className="rows">
        {[...groupBy(rows, citingKey).values()].map((group) => (
          <li key={citingKey(group[0])}>
            <TiedDocument document={group[0].document} />
            {[...groupBy(group, citedKey).values()].map((ofTarget) => (
              <Corrected key={citedKey(ofTarget[0])} rows={ofTarget} />
            ))}
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={href} />
      <FollowThis feeds={[{ label: '公报刊登的更正', href: feed }]} />
    </>
  );
}

function Corrected({ rows }: { rows: readonly [TieRow, ...TieRow[]] }) {
  const [{ target }] = rows;
  return (
    <div className="corrected">
      <p className="quiet">更正的是：</p>
      {target ? <TiedDocument document={target} /> : <Named row={rows[0]} />}
      {rows.map((row, index) => (
        <TieSentence key={index} row={row} />
      ))}
    </div>
  );
}
