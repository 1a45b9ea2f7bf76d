import { Contents } from '@/components/document/Contents';
import { DocumentText } from '@/components/document/DocumentText';
import { TextPeriods } from '@/components/document/TextPeriods';
import { OpenAmendments } from '@/components/gazette/Amended';
import { BrokenTitle } from '@/components/gazette/Title';
import { Downloads } from '@/components/shared/Downloads';
import { PrintSource } from '@/components/shared/PrintSource';
import { ValidityLine } from '@/components/shared/ValidityLine';
import { documentUrl, textOfDayUrl } from '@/lib/addresses/urls';
import type { DocumentDetail, CitationTarget } from '@/lib/db/queries/documents/documents';
import { FILES } from '@/lib/export/files/formats';
import { outlineDocument } from '@/lib/gazette';
import { citationOf } from '@/lib/text/standard-citation';
import { formatDate, machineDate } from '@/lib/text/format';
import type { TextPeriod } from '@/lib/validity/amendments/text-periods';
import type { Validity } from '@/lib/validity/validity';
import { viewCitations } from '@/lib/views/document/citation-views';
import type { WorkedInView } from '@/lib/views/document/worked-in-view';
import { DayTextNote } from './DayTextNote';

interface TextOfDayProps {
  document: DocumentDetail;
  targets: readonly CitationTarget[];
  /** Of today. */
  validity: Validity;
  view: WorkedInView;
  periods: readonly TextPeriod[];
  period: TextPeriod;
  /** The portal's public origin. */
  siteUrl: string;
}

/** The text of a document from a day on; it is no official one. */
export function TextOfDay({ document, targets, validity, view, periods, period, siteUrl }: TextOfDayProps) {
  const { municipality, slug, title, docNumber } = document;
  const href = textOfDayUrl(municipality.slug, slug, machineDate(period.from));
  return (
    <article className="sheet">
      <header className="dochead">
        <DayTextNote view={view} periods={periods} period={period} printed={documentUrl(municipality.slug, slug)} />
        <p className="kicker">{docNumber !== null && <b className="wenhao">{docNumber}</b>}</p>
        <h1 className="title">
          <BrokenTitle lines={[title]} />
        </h1>
        <ValidityLine validity={validity} />
      </header>
      <div className="beside">
        <Contents tree={view.tree} outline={outlineDocument(view.tree)} amended={view.changed} />
      </div>
      <div>
        <TextPeriods municipality={municipality.slug} document={slug} periods={periods} shown={period} />
        <OpenAmendments open={view.open} />
        <DocumentText
          tree={view.tree}
          citations={viewCitations(document.tree, targets, { held: new Map(), missing: new Map() })}
          citedSections={new Map()}
          href={documentUrl(municipality.slug, slug)}
          formerHref={href}
          workedIn={view.clauses}
        />
        <Downloads page={href} stem="document" formats={FILES.document} />
        <PrintSource
          url={siteUrl + href}
          source={`${formatDate(period.from)}起的文本，本站整理，非正式文本`}
          citation={citationOf(document)}
        />
      </div>
    </article>
  );
}
