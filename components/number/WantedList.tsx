import type { Wanted, WantedNumber } from '@/lib/db/queries/numbers/wanted';
import { typesetText } from '@/lib/text/typography';
import { docNumberUrl } from '@/lib/addresses/urls';
import { wantedTableUrl, wantedUrl, type WantedFilter } from '@/lib/addresses/wanted-params';
import { Day } from '@/components/shared/DocumentFactList';
import { Pager } from '@/components/shared/Pager';

interface WantedListProps {
  wanted: Wanted;
  filter: WantedFilter;
}

/** 待补文件: numbers that documents mention and no held document bears, the most wanted first. */
export function WantedList({ wanted, filter }: WantedListProps) {
  const { numbers, total, capped, page, pages } = wanted;
  return (
    <div className="found">
      <header className="head wanted-head">
        <h1>待补文件</h1>
        <p className="facts-line">已收录的文件提到、本站还没有收录原文的文号，提到它的文件多的在前。</p>
        <NumberBox />
      </header>
      {total === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <>
          <p className="take-along">
            <span>{capped ? `${total} 个以上，这里列出前 ${total} 个` : `${total} 个文号`}</span>
            <a href={wantedTableUrl(filter)} type="text/csv" rel="nofollow">
              下载表格<small>（CSV）</small>
            </a>
          </p>
          <ol className="rows wanted">
            {numbers.map((number) => (
              <Row key={number.docNumber} number={number} />
            ))}
          </ol>
        </>
      )}
      <Pager page={page} pages={pages} href={(to) => wantedUrl({ ...filter, page: to })} />
    </div>
  );
}

function Row({ number: { docNumber, title, documents, mentions, newestOn } }: { number: WantedNumber }) {
  return (
    <li>
      <a className="t wenhao" href={docNumberUrl(docNumber)}>
        {docNumber}
      </a>
      <p className="by">
        <span className="figures">
          {documents} 件文件，{mentions} 次
        </span>
        {newestOn && (
          <span>
            最近 <Day date={newestOn} />
          </span>
        )}
      </p>
      {title && <p className="cited-title">《{typesetText(title)}》</p>}
    </li>
  );
}

/** Nothing is wanted, or the page lies behind the end of the list. */
function Nothing({ filter: { agency, year } }: { filter: WantedFilter }) {
  if (agency === undefined && year === undefined) return <p>已收录的文件提到的文号，本站都有原文。</p>;
  return (
    <p>
      没有{year !== undefined && `${year}年的`}
      {agency !== undefined && `“${agency}”的`}待补文号。<a href={wantedUrl({})}>看全部待补文件</a>
    </p>
  );
}

/** A field for a number in whatever spelling. A plain form, which leads to the number's page. */
function NumberBox() {
  return (
    <form className="find" role="search" aria-label="查文号" action="/wenhao">
      <input
        name="number"
        maxLength={100}
        aria-label="文号"
        placeholder="文号，括号、空格不限"
        enterKeyHint="search"
        autoComplete="off"
      />
      <button type="submit">查文号</button>
    </form>
  );
}
