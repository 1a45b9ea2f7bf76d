import type { ReactElement } from 'react';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { StatedFact, StatedFactLists } from '@/lib/views/document/stated-facts';
import { formatDate, formatIssue, formatLength, formatTotal, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { searchUrl } from '@/lib/addresses/search-params';
import { issueUrl } from '@/lib/addresses/urls';
import { firstDayIn, type FirstDay } from '@/lib/validity/first-day';
import { isTitlePeriodOver } from '@/lib/validity/title-period';
import type { Validity } from '@/lib/validity/validity';
import { DAY_BASIS_WORDS } from '@/lib/validity/words';

interface DocumentFactListProps {
  document: DocumentDetail;
  stated: StatedFactLists;
  /** With what the document says of its own days. */
  validity: Pick<Validity, 'statements'>;
  today: Date;
}

type Value = ReactElement | string | false | null | undefined;

/**
 * The facts of a document, in the order that public sites follow.
 * What is not known is left out. The three dates stay three: signed, published on the web, printed
 * in the issue. Title and number stand above, in the page's head. What the text prints goes before
 * what a manifest has; where they differ, both are there.
 */
export function DocumentFactList({ document, stated, validity, today }: DocumentFactListProps) {
  const { issue, municipality, category, letterhead } = document;
  // 行政规范性文件 is where the contents put it; the letterhead is added where it says something else.
  const kinds = [...new Set([category, letterhead])].filter((kind) => kind !== null);
  const facts: [string, Value][] = [
    ['类别', kinds.map(typesetText).join('，') || null],
    ['索引号', showStated(stated.indexNumber, (number) => <span className="figures">{number}</span>)],
    ['统一编号', document.registration && <span className="figures">{document.registration}</span>],
    [
      '主题分类',
      showStated(stated.topic, (topic) => (
        <a href={searchUrl({ topic })} rel="nofollow">
          {typesetText(topic)}
        </a>
      )),
    ],
    ['发文机关', document.agency],
    ['发布机构', stated.agency],
    ['成文日期', document.signedOn && <Day date={document.signedOn} />],
    ['标注的成文日期', stated.signedOn && <Day date={stated.signedOn} />],
    ['发布日期', showStated(stated.publishedOn, (date) => <Day date={date} />)],
    ['施行日期', showFirstDay(firstDayIn(validity.statements), document.statedStartsOn)],
    ['标注的废止日期', document.statedEndsOn && <Day date={document.statedEndsOn} />],
    ['主题词', document.keywords && typesetText(document.keywords)],
    ['内容概述', document.summary && typesetText(document.summary)],
    [
      '刊载',
      issue && (
        <>
          <a href={issueUrl(municipality.slug, issue)}>公报{formatIssue(issue)}</a>
          {issue.totalNumber !== null && <span className="keep">（{formatTotal(issue.totalNumber)}）</span>}
        </>
      ),
    ],
    [
      '刊内次序',
      issue &&
        document.issueDocumentCount !== null &&
        `${document.issueDocumentCount} 件中的第 ${document.position} 件`,
    ],
    ['刊登日期', issue?.publishedOn && <Day date={issue.publishedOn} />],
    ['名称所示期限', showTitlePeriod(document, today)],
    ['附件', countAttachments(document)],
    ['篇幅', formatLength(document.length)],
    ['来源', stated.url && <SourceLink url={stated.url} />],
  ];
  return (
    <dl className="meta">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

/** The address was checked when it was stored: http or https, no password in it. */
const SourceLink = ({ url }: { url: string }) => (
  <a href={url} rel="external nofollow noopener noreferrer">
    原文网页（{new URL(url).host}）
  </a>
);

function showStated<Stated>(
  { value, other }: StatedFact<Stated>,
  show: (value: Stated) => ReactElement | string,
): Value {
  if (value === null) return null;
  return (
    <>
      {show(value)}
      {other !== null && <span className="quiet">（来源清单作 {show(other)}）</span>}
    </>
  );
}

/** The first day in force, and why it is that one. */
function showFirstDay(first: FirstDay | null, stated: Date | null): Value {
  if (!first) return stated && showStated({ value: stated, other: null }, (date) => <Day date={date} />);
  const differs = stated !== null && stated.getTime() !== first.day.getTime();
  return (
    <>
      <Day date={first.day} />
      {first.dayFrom !== 'named' && <span className="quiet">（{DAY_BASIS_WORDS[first.dayFrom]}）</span>}
      {differs && (
        <span className="quiet">
          （来源网页作 <Day date={stated} />）
        </span>
      )}
    </>
  );
}

/** 2018—2020年: what the name says, and whether that is over. */
function showTitlePeriod({ titleYear, titleEndYear }: DocumentDetail, today: Date): Value {
  if (titleYear === null || titleEndYear === null) return null;
  const isOver = isTitlePeriodOver({ from: titleYear, to: titleEndYear }, today);
  return (
    <>
      <span className="figures">
        {titleYear}—{titleEndYear}年
      </span>
      {isOver && <span className="quiet">（名称所示期限已过，是否失效以发布机构的决定为准）</span>}
    </>
  );
}

function Fact({ label, value }: { label: string; value: Value }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** A date as words, with the machine's form beside it. */
export function Day({ date }: { date: Date }) {
  return (
    <time className="figures" dateTime={machineDate(date)}>
      {formatDate(date)}
    </time>
  );
}

function countAttachments({ tree }: DocumentDetail): string | null {
  const count = tree.children.filter((part) => part.kind === 'attachment').length;
  return count > 0 ? `${count} 件` : null;
}
