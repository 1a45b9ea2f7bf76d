import { Contents } from '@/components/document/Contents';
import { DocumentText } from '@/components/document/DocumentText';
import { BrokenTitle } from '@/components/gazette/Title';
import { comparisonUrl, documentUrl, versionsUrl, versionUrl } from '@/lib/addresses/urls';
import type { ReadVersion, VersionedDocument } from '@/lib/db/queries/ledger/versions';
import { outlineDocument } from '@/lib/gazette';
import { ENDED_TITLES } from '@/lib/views/versions/ended-words';
import { dayOf } from '@/lib/views/versions/notice-view';

interface FormerVersionProps {
  document: VersionedDocument;
  version: ReadVersion;
}

/** A version of a document that is not the present one, and says so. */
export function FormerVersionText({ document, version }: FormerVersionProps) {
  const { municipality, slug } = document;
  const href = versionUrl(municipality.slug, slug, version.number);
  const { tree, title, docNumber } = version;
  return (
    <article className="sheet">
      <header className="dochead">
        <FormerVersionNote document={document} version={version} />
        <p className="kicker">{docNumber !== null && <b className="wenhao">{docNumber}</b>}</p>
        <h1 className="title">
          <BrokenTitle lines={[title]} />
        </h1>
      </header>
      <div className="beside">{tree && <Contents tree={tree} outline={outlineDocument(tree)} />}</div>
      <div>
        {tree ? (
          <DocumentText
            tree={tree}
            citations={new Map()}
            citedSections={new Map()}
            href={documentUrl(municipality.slug, slug)}
            formerHref={href}
          />
        ) : (
          <p>{unreadable(version)}</p>
        )}
      </div>
    </article>
  );
}

function FormerVersionNote({ document, version }: FormerVersionProps) {
  const { municipality, slug, held } = document;
  const { number, since, until } = version;
  return (
    <div className="version-note" role="note">
      <p>
        <b>第{number}版，不是现行文本</b>：{dayOf(since)}至{until === null ? '今' : dayOf(until)}收录的文字
        {held ? '' : '，这份文件现已不再收录'}。
      </p>
      <p className="ways">
        {held && <a href={documentUrl(municipality.slug, slug)}>看现行文本</a>}
        {held && <a href={comparisonUrl(municipality.slug, slug, `${number}..${document.version}`)}>对照现行文本</a>}
        <a href={versionsUrl(municipality.slug, slug)}>历次版本</a>
      </p>
    </div>
  );
}

/** Why the words of a version are not there. */
export const unreadable = ({ number, erased }: ReadVersion): string =>
  erased
    ? `${ENDED_TITLES.version}：第${number}版，${dayOf(erased.at)}${erased.reason === null ? '' : `，原因：${erased.reason}`}。`
    : `第${number}版的文字是很早的程序整理的，现在读不出来。`;
