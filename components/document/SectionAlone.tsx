import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { InsideSearch } from '@/lib/db/queries/references/search-inside';
import type { PageSurroundings } from '@/lib/db/queries/documents/surroundings';
import { joinMarker, nameOfTable } from '@/lib/text/section-names';
import { citationOf } from '@/lib/text/standard-citation';
import { typesetText } from '@/lib/text/typography';
import { FILES } from '@/lib/export/files/formats';
import { listMarked } from '@/lib/search/query';
import { markWords } from '@/lib/search/marks/snippet';
import {
  documentUrl,
  keyedUrl,
  longPictureUrl,
  sectionFeedUrl,
  sectionPlaceUrl,
  sectionUrl,
  versionsUrl,
  versionUrl,
} from '@/lib/addresses/urls';
import { unknownValidity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { AloudButton } from './AloudButton';
import { Amended } from '@/components/gazette/Amended';
import { BrokenTitle } from '@/components/gazette/Title';
import { ShareBox } from './ShareBox';
import { SharedWordsNote } from './SharedWordsNote';
import { TextPeriods } from './TextPeriods';
import { FormerLine } from '@/components/gazette/Formerly';
import { AdjacentPages } from '@/components/shared/AdjacentPages';
import { listPrintedNotes, viewCitations } from '@/lib/views/document/citation-views';
import { CiteBox } from '@/components/citing/CiteBox';
import { CitedBy } from '@/components/citing/CitedBy';
import { Convention } from './Convention';
import { Downloads } from '@/components/shared/Downloads';
import { FollowThis } from '@/components/site/FollowLinks';
import { Day } from '@/components/shared/DocumentFactList';
import { PrintedNotes } from './PrintedNotes';
import { PrintSource } from '@/components/shared/PrintSource';
import { isTouched } from '@/lib/views/document/section-of-day';
import type { SectionView, SectionStep } from '@/lib/views/document/section-view';
import { nameSource } from '@/lib/views/document/document-titles';
import { ValidityLine } from '@/components/shared/ValidityLine';
import { Standing } from '@/components/shared/Standing';
import type { RenderContext } from '@/lib/views/gazette/render-context';
import { Blocks } from '@/components/gazette/Blocks';
import { ArrangedTable } from '@/components/gazette/ArrangedTable';
import type { Arrangement } from '@/lib/addresses/arrangement-params';
import { hook } from '@/components/browser/hooks';

interface SectionAloneProps {
  document: DocumentDetail;
  section: SectionView;
  surroundings: PageSurroundings;
  /** What was searched for, and is marked; null for nothing. */
  inside: InsideSearch | null;
  /** How the rows of a table are arranged. */
  arrangement: Arrangement;
  /** The portal's public origin. */
  siteUrl: string;
}

/** The page of one section: the ladder down to it, its words, its neighbours. */
export function SectionAlone({ document, section, surroundings, inside, arrangement, siteUrl }: SectionAloneProps) {
  const { targets, citing, citedSections, validities, ledger, amended, periods } = surroundings;
  const { municipality, slug, docNumber, signedOn } = document;
  const place = sectionPlaceUrl(municipality.slug, slug, section.node.id, inside?.taken);
  const neighbour = (step: SectionStep | null, lead: string) =>
    step && { href: sectionUrl(municipality.slug, slug, step.address), lead, title: step.name };
  const context = {
    documentHref: documentUrl(municipality.slug, slug),
    level: 2,
    citations: viewCitations(document.tree, targets, validities, section.node),
    citedSections,
    marks: inside?.found.marks,
    keys: ledger.keys,
    amended: amended?.clauses,
    tableName: section.node.type === 'table' ? nameOfTable(section.node.id, document.tree) : undefined,
  };
  const title = titleOf(section);
  const citation = citationOf(document, section.node.id);
  const url = siteUrl + sectionUrl(municipality.slug, slug, section.node.id);
  const validity = validities.held.get(document.id) ?? unknownValidity;
  const key = ledger.keys.get(section.node.id);
  const shared = key === undefined ? url : keyedUrl(url, key);
  return (
    <>
      <p className="kicker">
        {docNumber && <b className="wenhao">{docNumber}</b>}
        {signedOn && <Day date={signedOn} />}
        <AloudButton />
      </p>
      <ol className="ladder">
        <li>
          <a href={context.documentHref}>{typesetText(document.title)}</a>
        </li>
        {section.ancestors.map(({ address, name }) => (
          <li key={address}>
            <a href={sectionUrl(municipality.slug, slug, address)}>{name}</a>
          </li>
        ))}
      </ol>
      <h1 className="title section-title" {...hook('title')}>
        <BrokenTitle
          lines={[title]}
          marks={inside?.found.addresses.has(section.node.id) ? markWords(title, listMarked(inside.query.words)) : []}
        />
      </h1>
      <Standing validity={validity} ofWhole={validity.state === 'amended'} />
      <SharedWordsNote note={ledger.shared} href={versionsUrl(municipality.slug, slug)} isAlone />
      {ledger.notices.get(section.node.id)?.map((notice, at) => (
        <FormerLine key={at} notice={notice} />
      ))}
      <div className="prose" {...hook('prose')} {...hook('key', key)}>
        <SectionProse node={section.node} context={context} arrangement={arrangement} />
      </div>
      {section.node.type !== 'table' && <Amended clauses={amended?.clauses.get(section.node.id)} />}
      {amended && isTouched(document.tree, section, amended) && (
        <TextPeriods municipality={municipality.slug} document={slug} section={section.node.id} periods={periods} />
      )}
      <Convention />
      <ValidityLine validity={validity} />
      <CiteBox label="引用这一节" citation={citation} url={url} sharedUrl={shared} open />
      <ShareBox
        label="转发这一节"
        title={section.name}
        url={shared}
        picture={longPictureUrl(municipality.slug, slug, section.node.id)}
        pinned={{
          href: versionUrl(municipality.slug, slug, ledger.version, section.node.id),
          version: ledger.version,
        }}
        open
      />
      <Downloads
        page={context.documentHref}
        stem={section.node.id}
        formats={FILES[section.node.type === 'table' ? 'table' : 'section']}
      />
      <PrintedNotes notes={listPrintedNotes(context.citations)} siteUrl={siteUrl} />
      <PrintSource
        url={url}
        sharedUrl={shared}
        source={nameSource(document)}
        citation={citation}
        validity={VALIDITY_WORDS[validity.state]}
      />
      <p className="screen-only mt-8">
        <a className="button solid" href={place}>
          在全文中看这一节
        </a>
      </p>
      {citing.total > 0 && (
        <CitedBy
          citing={citing}
          validities={validities.held}
          href={sectionUrl(municipality.slug, slug, section.node.id)}
        />
      )}
      <FollowThis feeds={[{ label: '这一节的更正', href: sectionFeedUrl(municipality.slug, slug, section.node.id) }]} />
      <AdjacentPages
        label="相邻各节"
        previous={neighbour(section.previous, '上一节')}
        next={neighbour(section.next, '下一节')}
      />
    </>
  );
}

/**
 * 2. 健全基本养老服务制度: the section's own marker and heading; a paragraph without a heading is called
 * by the markers down to it.
 */
function titleOf({ node, markers, heading }: SectionView): string {
  if (node.type !== 'section') return heading;
  return heading ? joinMarker(node.marker.value, heading) : markers;
}

/** What a section holds, below a heading that the page has shown. */
function SectionProse({
  node,
  context,
  arrangement,
}: {
  node: SectionView['node'];
  context: RenderContext;
  arrangement: Arrangement;
}) {
  if (node.type === 'table') return <ArrangedTable node={node} context={context} arrangement={arrangement} />;
  if (node.type !== 'part') return <Blocks nodes={node.children} context={context} />;
  return <Blocks nodes={node.children} context={{ ...context, headShown: true }} />;
}
