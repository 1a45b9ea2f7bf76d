import { TextPeriods } from '@/components/document/TextPeriods';
import { Amended } from '@/components/gazette/Amended';
import { ArrangedTable } from '@/components/gazette/ArrangedTable';
import { Blocks } from '@/components/gazette/Blocks';
import { BrokenTitle } from '@/components/gazette/Title';
import { AdjacentPages } from '@/components/shared/AdjacentPages';
import { Downloads } from '@/components/shared/Downloads';
import { PrintSource } from '@/components/shared/PrintSource';
import { DayTextNote } from './DayTextNote';
import { sectionOfDayUrl, sectionUrl, textOfDayUrl } from '@/lib/addresses/urls';
import { parseArrangement } from '@/lib/addresses/arrangement-params';
import type { CitationTarget, DocumentDetail } from '@/lib/db/queries/documents/documents';
import { FILES } from '@/lib/export/files/formats';
import { formatDate, machineDate } from '@/lib/text/format';
import { joinMarker } from '@/lib/text/section-names';
import { citationOf } from '@/lib/text/standard-citation';
import { typesetText } from '@/lib/text/typography';
import type { TextPeriod } from '@/lib/validity/amendments/text-periods';
import { viewCitations } from '@/lib/views/document/citation-views';
import type { SectionOfDay } from '@/lib/views/document/section-of-day';
import type { SectionStep, SectionView } from '@/lib/views/document/section-view';
import type { WorkedInView } from '@/lib/views/document/worked-in-view';

interface SectionOfDayTextProps {
  document: DocumentDetail;
  /** Address of the section. */
  address: string;
  found: SectionOfDay;
  /** The whole text of the day. */
  view: WorkedInView;
  targets: readonly CitationTarget[];
  periods: readonly TextPeriod[];
  period: TextPeriod;
  /** The portal's public origin. */
  siteUrl: string;
}

/** One section of the text of a day, which is no official one. */
export function SectionOfDayText(props: SectionOfDayTextProps) {
  const { document, address, found, view, targets, periods, period, siteUrl } = props;
  const { section, clause, isPrinted } = found;
  const { municipality, slug, docNumber } = document;
  const day = machineDate(period.from);
  const whole = textOfDayUrl(municipality.slug, slug, day);
  const context = {
    documentHref: whole,
    level: 2,
    citations: viewCitations(document.tree, targets, { held: new Map(), missing: new Map() }),
    formerHref: whole,
    workedIn: view.clauses,
    headShown: section?.node.type === 'part',
  };
  const step = (to: SectionStep | null, lead: string) =>
    to && { href: sectionOfDayUrl(municipality.slug, slug, to.address, day), lead, title: to.name };
  return (
    <>
      <DayTextNote
        view={view}
        periods={periods}
        period={period}
        printed={isPrinted ? sectionUrl(municipality.slug, slug, address) : null}
      />
      <p className="kicker">{docNumber !== null && <b className="wenhao">{docNumber}</b>}</p>
      <ol className="ladder">
        <li>
          <a href={whole}>{typesetText(document.title)}</a>
        </li>
        {section?.ancestors.map((above) => (
          <li key={above.address}>
            <a href={sectionOfDayUrl(municipality.slug, slug, above.address, day)}>{above.name}</a>
          </li>
        ))}
      </ol>
      <h1 className="title section-title">
        <BrokenTitle lines={[section ? titleOf(section) : clause!.name]} />
      </h1>
      {section ? (
        <div className="prose">
          {section.node.type === 'table' ? (
            <ArrangedTable node={section.node} context={context} arrangement={parseArrangement({})} />
          ) : (
            <Blocks nodes={section.node.children} context={context} />
          )}
        </div>
      ) : (
        <p>{formatDate(period.from)}起的文本里没有这一处。</p>
      )}
      <Amended clauses={clause ? [clause] : undefined} isWorkedIn />
      <TextPeriods
        municipality={municipality.slug}
        document={slug}
        section={isPrinted ? address : undefined}
        periods={periods}
        shown={period}
      />
      {section && (
        <Downloads page={whole} stem={address} formats={FILES[section.node.type === 'table' ? 'table' : 'section']} />
      )}
      <PrintSource
        url={siteUrl + sectionOfDayUrl(municipality.slug, slug, address, day)}
        source={`${formatDate(period.from)}起的文本，本站整理，非正式文本`}
        citation={citationOf(document, isPrinted ? address : undefined)}
      />
      <p className="screen-only mt-8">
        <a className="button solid" href={section ? textOfDayUrl(municipality.slug, slug, day, address) : whole}>
          在全文中看这一节
        </a>
      </p>
      {section && (
        <AdjacentPages
          label="相邻各节"
          previous={step(section.previous, '上一节')}
          next={step(section.next, '下一节')}
        />
      )}
    </>
  );
}

function titleOf({ node, markers, heading }: SectionView): string {
  if (node.type !== 'section') return heading;
  return heading ? joinMarker(node.marker.value, heading) : markers;
}
