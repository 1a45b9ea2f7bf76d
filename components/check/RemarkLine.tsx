import type { ReactNode } from 'react';
import type { Proof, Remark } from '@/lib/check/report';
import { quoteTitle } from '@/lib/text/quote-title';
import { typesetText } from '@/lib/text/typography';
import { formatDate } from '@/lib/text/format';
import { docNumberUrl } from '@/lib/addresses/urls';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { formWords } from '@/lib/views/check/check-words';

type Lines = { [Kind in Remark['kind']]: (remark: Extract<Remark, { kind: Kind }>) => ReactNode };

/** One remark in plain words. */
export function RemarkLine({ remark }: { remark: Remark }) {
  const line = lines[remark.kind] as (remark: Remark) => ReactNode;
  return remark.kind === 'validity' ? line(remark) : <p>{line(remark)}</p>;
}

/** Complete by type: forget a kind and the build fails. */
const lines: Lines = {
  form: ({ slips }) => `文号的写法：${slips.map((slip) => formWords[slip]).join('；')}。`,
  titleDiffers: ({ title }) => `标题对不上：本站收录的这个文号，标题是${quoteTitle(title)}。`,
  numberDiffers: ({ numbers }) => <>文号对不上：这个标题的文件，文号是{numberLinks(numbers)}。</>,
  citedOtherwise: ({ titles }) => `别的文件引用这个文号时，写的标题是${titles.map(quoteTitle).join('、')}。`,
  near: ({ numbers }) => (
    <>
      有相近的文号，会不会是：
      {numbers.map(({ docNumber, title, held }, index) => (
        <span key={docNumber}>
          {index > 0 && '；'}
          {title !== null && quoteTitle(title)}
          {numberLinks([docNumber])}（{held ? '已收录' : '别的文件引用过'}）
        </span>
      ))}
      。
    </>
  ),
  absent: ({ documents }) => `本站没有收录原文，无法逐字核对；已收录的文件里有 ${documents} 件引用过这个文号。`,
  unknown: ({ what }) =>
    what === 'number'
      ? '这个文号，本站没有收录，也没有见到引用，无法核对。'
      : '这个标题的文件，本站没有收录，无法核对。',
  several: ({ count, documents }) => (
    <>
      本站有 {count} 件文件符合，请认准是哪一件：
      {documents.map(({ href, title, docNumber, municipality }, index) => (
        <span key={href}>
          {index > 0 && '；'}
          <a href={href}>{typesetText(title)}</a>（{docNumber ?? municipality.name}）
        </span>
      ))}
      。
    </>
  ),
  validity: ({ proof }) => <ProofLines proof={proof} />,
  placeMissing: ({ locator }) => `原文里没有找到${locator}。`,
  clause: ({ state }) => `${state}。`,
  range: ({ held, total }) => `这是一串 ${total} 个文号，本站收录了其中 ${held} 个；请逐个写出，才好逐个核对。`,
};

const numberLinks = (numbers: readonly string[]): ReactNode =>
  numbers.map((number, index) => (
    <span key={number}>
      {index > 0 && '、'}
      <a className="wenhao" href={docNumberUrl(number)}>
        {number}
      </a>
    </span>
  ));

/** The state, and the sentence that proves it. */
function ProofLines({ proof: { state, day, sentence, words, wordsAt, by, source } }: { proof: Proof }) {
  const shown = typesetText(sentence);
  const end = wordsAt + words.length;
  return (
    <>
      <p>
        时效：<b>{VALIDITY_WORDS[state]}</b>
        {day !== null && `（${formatDate(day)}）`}
        {by ? (
          <>
            ，见<a href={by.href}>{by.name}</a>：
          </>
        ) : (
          `，编者更正，依据：${source ?? ''}`
        )}
      </p>
      {by && (
        <blockquote className="quoted">
          {shown.slice(0, wordsAt)}
          <mark>{shown.slice(wordsAt, end)}</mark>
          {shown.slice(end)}
        </blockquote>
      )}
    </>
  );
}
