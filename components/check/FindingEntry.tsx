import { CopyButton } from '@/components/shared/CopyButton';
import { Tag } from '@/components/shared/Tag';
import type { Finding, Proposal } from '@/lib/check/report';
import { typesetText } from '@/lib/text/typography';
import { levelLooks } from '@/lib/views/check/check-levels';
import { RemarkLine } from './RemarkLine';

/** What there is to say about one reference, and how to write it. */
export function FindingEntry({ finding, number }: { finding: Finding; number: number }) {
  const { level, words, places, document, remarks, proposals } = finding;
  const { word, sign } = levelLooks[level];
  return (
    <li id={`finding-${number}`} className={`finding level-${level}`}>
      <p className="lead">
        <span aria-hidden="true">{sign}</span> <b>{word}</b>
        <a href={`#place-${number}`}>
          第 {number} 处{places.length > 1 && `，文中共 ${places.length} 次`}
        </a>
      </p>
      <p className="words">{words}</p>
      {remarks.map((remark, index) => (
        <RemarkLine key={index} remark={remark} />
      ))}
      {document && (
        <p>
          原文：<a href={document.href}>{typesetText(document.title)}</a>
          {document.municipality.sample && <Tag>示例</Tag>}
        </p>
      )}
      {proposals.map(({ text, meaning }) => (
        <div key={text} className="proposal">
          <p>
            <span className="quiet">{meanings[meaning]}</span>
            <span className="citation" translate="no">
              {text}
            </span>
          </p>
          <CopyButton text={text} />
        </div>
      ))}
    </li>
  );
}

const meanings: Record<Proposal['meaning'], string> = {
  standard: '规范写法',
  byNumber: '如果文号是对的',
  byTitle: '如果标题是对的',
};
