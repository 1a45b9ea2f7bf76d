import { CitedBy } from '@/components/citing/CitedBy';
import { CorrectedNote, Ties } from '@/components/citing/Ties';
import { CiteBox } from '@/components/citing/CiteBox';
import { Downloads } from '@/components/shared/Downloads';
import { FollowThis } from '@/components/site/FollowLinks';
import { PrintSource } from '@/components/shared/PrintSource';
import {
  agencyFeedUrl,
  citationGraphUrl,
  documentFeedUrl,
  documentUrl,
  fileUrl,
  keyedUrl,
  versionsUrl,
  versionUrl,
} from '@/lib/addresses/urls';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { InsideSearch } from '@/lib/db/queries/references/search-inside';
import type { PageSurroundings } from '@/lib/db/queries/documents/surroundings';
import { FILES } from '@/lib/export/files/formats';
import { outlineDocument } from '@/lib/gazette';
import { listRepealed } from '@/lib/key-facts/repealed';
import { citationOf } from '@/lib/text/standard-citation';
import { typesetText } from '@/lib/text/typography';
import { unknownValidity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { listPrintedNotes, viewCitations } from '@/lib/views/document/citation-views';
import { nameSource } from '@/lib/views/document/document-titles';
import { hook } from '@/components/browser/hooks';
import { OpenAmendments } from '@/components/gazette/Amended';
import { AdjacentDocuments } from './AdjacentDocuments';
import { AloudButton } from './AloudButton';
import { Contents } from './Contents';
import { Convention } from './Convention';
import { DocumentHead } from './DocumentHead';
import { DocumentText } from './DocumentText';
import { FIND_INSIDE, FindInside } from './FindInside';
import { HitsInside } from './HitsInside';
import { KeyFacts } from './KeyFacts';
import { PrintedNotes } from './PrintedNotes';
import { ReadingBar } from './ReadingBar';
import { ShareBox } from './ShareBox';
import { SharedWordsNote } from './SharedWordsNote';
import { TextPeriods } from './TextPeriods';

interface WholeDocumentProps {
  document: DocumentDetail;
  surroundings: PageSurroundings;
  /** What was searched for, and is marked; null for nothing. */
  inside: InsideSearch | null;
  /** The portal's public origin. */
  siteUrl: string;
}

/** A whole document: head, contents, text with what was searched for, and who cites it. */
export function WholeDocument({ document, surroundings, inside, siteUrl }: WholeDocumentProps) {
  const { targets, citing, citedSections, validities, ledger, amended, periods, ties, keyFacts } = surroundings;
  const { tree, municipality, slug } = document;
  const href = documentUrl(municipality.slug, slug);
  const found = inside?.found;
  const citations = viewCitations(tree, targets, validities);
  const citation = citationOf(document);
  const shared = siteUrl + keyedUrl(href, ledger.wholeKey);
  const validity = validities.held.get(document.id) ?? unknownValidity;
  return (
    <>
      <ReadingBar document={document} validity={validity} marked={(found?.addresses.size ?? 0) > 0} />
      <article className="sheet">
        <DocumentHead document={document} validities={validities.held} titleMarks={found?.titleMarks}>
          <a className="phone-only to-contents" href="#contents" {...hook('open-contents')}>
            目录
          </a>
          <a className="phone-only" href={`#${FIND_INSIDE}`}>
            查找
          </a>
          <ShareBox
            label="转发"
            title={typesetText(document.title)}
            url={shared}
            pinned={{ href: versionUrl(municipality.slug, slug, ledger.version), version: ledger.version }}
          />
          <CiteBox label="引用" citation={citation} url={siteUrl + href} sharedUrl={shared} />
          <a className="wide-only" href={fileUrl(href, 'document', 'docx')} rel="nofollow">
            下载 Word
          </a>
          {ledger.hasVersions && (
            <a className="to-versions screen-only" href={versionsUrl(municipality.slug, slug)}>
              历次版本
            </a>
          )}
          <AloudButton />
          <SharedWordsNote note={ledger.shared} href={versionsUrl(municipality.slug, slug)} />
        </DocumentHead>
        <div className="beside">
          <FindInside href={href} words={inside?.typed} />
          <Contents tree={tree} outline={outlineDocument(tree)} amended={amended?.changed} href={href} />
        </div>
        <div>
          {!inside && (
            <KeyFacts facts={keyFacts} repealed={listRepealed(tree)} validity={validity} amended={amended?.changed} />
          )}
          {inside && <HitsInside inside={inside} document={document} />}
          <TextPeriods municipality={municipality.slug} document={slug} periods={periods} />
          <CorrectedNote ties={ties} />
          {amended && <OpenAmendments open={amended.open} />}
          <DocumentText
            tree={tree}
            citations={citations}
            citedSections={citedSections}
            href={href}
            marks={found?.marks}
            ledger={ledger}
            amended={amended}
          />
          <Convention />
          <Downloads page={href} stem="document" formats={FILES.document} />
          <PrintedNotes notes={listPrintedNotes(citations)} siteUrl={siteUrl} />
          <PrintSource
            url={siteUrl + href}
            sharedUrl={shared}
            source={nameSource(document)}
            citation={citation}
            validity={VALIDITY_WORDS[validity.state]}
          />
          <Ties ties={ties} />
          <CitedBy citing={citing} validities={validities.held} href={href} />
          <p className="screen-only mt-4">
            <a className="inline-flex min-h-11 items-center" href={citationGraphUrl(municipality.slug, slug)}>
              引用关系图
            </a>
          </p>
          <FollowThis
            feeds={[
              { label: '本文的更正与引用', href: documentFeedUrl(municipality.slug, slug) },
              ...(document.agency === null
                ? []
                : [{ label: `${document.agency}的文件`, href: agencyFeedUrl(municipality.slug, document.agency) }]),
            ]}
          />
          <AdjacentDocuments document={document} validities={validities.held} />
        </div>
      </article>
    </>
  );
}
