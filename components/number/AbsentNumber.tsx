import type { CitingFilter } from '@/lib/addresses/citing-params';
import type { AbsentNumberDetail as Absent } from '@/lib/db/queries/numbers/numbers';
import { typesetText } from '@/lib/text/typography';
import { docNumberFeedUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { CitingGroups } from '@/components/citing/CitingGroups';
import { FollowThis } from '@/components/site/FollowLinks';
import { ValidityLine } from '@/components/shared/ValidityLine';
import type { FormerBearer } from '@/lib/db/queries/ledger/documents';
import { FormerBearers } from './FormerBearers';
import { NearNumbers } from './NearNumbers';
import { NumberTitle } from './NumberTitle';

interface AbsentNumberProps {
  found: Absent;
  /** Documents that bore it until it was corrected. */
  formers: readonly FormerBearer[];
  /** In its standard spelling; what was typed where a part is missing. */
  name: string;
  /** Of the documents that cite, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** Address of a part of the list of mentions. */
  href: (filter: CitingFilter) => string;
}

/**
 * A number that no held document bears: a page of its own, for four of five cited numbers are such
 * at first.
 */
export function AbsentNumber({ found, formers, name, validities, href }: AbsentNumberProps) {
  const { titles, issuer, mentions, validity, near, nearWanted } = found;
  const { total } = mentions;
  return (
    <div className="cols pt-5">
      <div>
        <NumberTitle number={name} />
        {issuer && <p className="facts-line">{describeIssuer(issuer)}</p>}
        <FormerBearers formers={formers} />
        <div className="notice">
          <b>本站还没有收录这份文件的原文。</b>
          {total > 0
            ? '下面是已收录的文件提到它时的原话。收录之后，这个地址就是文件本身，已有的链接不会失效。'
            : '已收录的文件里也没有提到它。收录之后，这个地址就是文件本身。'}
        </div>
        {validity && total > 0 && <ValidityLine validity={validity} />}
        <CitedTitles titles={titles} name={name} />
        {total > 0 && (
          <section className="sec" id="cited-by" aria-labelledby="cited-by-title">
            <header>
              <h2 id="cited-by-title">引用情况</h2>
              <span className="quiet">{total} 次</span>
            </header>
            <CitingGroups citing={mentions} validities={validities} href={href} />
          </section>
        )}
        <FollowThis feeds={[{ label: '新的引用和原文收录', href: docNumberFeedUrl(name) }]} />
      </div>
      <NearNumbers documents={near} wanted={nearWanted} />
    </div>
  );
}

/** How each kind of evidence is worded. */
const issuerWords: Record<NonNullable<Absent['issuer']>['from'], (name: string) => string> = {
  held: (name) => `发文机关：${typesetText(name)}（据机关代字推定）`,
  name: (name) => `发文机关：${name}（据机关代字）`,
  kind: (name) => `从机关代字看，是${name}的文件`,
};
const describeIssuer = ({ name, from }: NonNullable<Absent['issuer']>): string => issuerWords[from](name);

/** The titles with which it is cited, each with the standard form of a citation to copy. */
function CitedTitles({ titles, name }: { titles: Absent['titles']; name: string }) {
  if (titles.length === 0) return null;
  return (
    <section className="sec mt-10" aria-labelledby="titles-title">
      <header>
        <h2 id="titles-title">引用时所用标题</h2>
        <span className="quiet screen-only">点一下选中全部，便于复制</span>
      </header>
      <ul className="rows">
        {titles.map(({ title, count }) => (
          <li key={title}>
            <span className="to-copy">
              《{typesetText(title)}》（{name}）
            </span>
            <p className="by">
              <span>{count} 次</span>
            </p>
          </li>
        ))}
      </ul>
      {titles.length > 1 && <p className="quiet">同一个文号写了 {titles.length} 个标题，原文如此，本站不作取舍。</p>}
    </section>
  );
}
