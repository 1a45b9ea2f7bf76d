import type { Metadata } from 'next';
import { MissingDay } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { TextOfDay } from '@/components/versions/TextOfDay';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { addressesOfPage, documentUrl, textOfDayUrl } from '@/lib/addresses/urls';
import { listCitationTargets, type DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { AskedDay } from '@/lib/db/queries/validity/asked-day';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { siteSettings } from '@/lib/settings/env';
import { formatDate, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { unknownValidity } from '@/lib/validity/validity';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { viewWorkedIn } from '@/lib/views/document/worked-in-view';

/** Title and canonical address of the text of a day: search engines have the newest one alone. */
export function describeDay(document: DocumentDetail, { period, isCurrent }: AskedDay): Metadata {
  if (!period) return { title: MISSING_TITLES.day };
  const { municipality, slug, docNumber } = document;
  const title = typesetText(document.title);
  const own = textOfDayUrl(municipality.slug, slug, machineDate(period.from));
  return {
    title: `${docNumber === null ? title : `${title}（${docNumber}）`}，${formatDate(period.from)}起的文本`,
    alternates: addressesOfPage(isCurrent ? own : documentUrl(municipality.slug, slug)),
    ...(isCurrent ? {} : { robots: { index: false } }),
  };
}

/** The page of that text. */
export async function DayPage({ document, asked }: { document: DocumentDetail; asked: AskedDay }) {
  const { period, periods, operations } = asked;
  if (!period) return <MissingDay document={document} first={document.orderedOn} />;
  const [targets, validities] = await Promise.all([listCitationTargets(document.id), listValidities([document.id])]);
  return (
    <Page
      crumbs={documentCrumbs(document, `${formatDate(period.from)}起的文本`)}
      inside={document.municipality.slug}
      sample={document.municipality.sample}
    >
      <TextOfDay
        document={document}
        targets={targets}
        validity={validities.get(document.id) ?? unknownValidity}
        view={viewWorkedIn(document.tree, operations, period.from)}
        periods={periods}
        period={period}
        siteUrl={siteSettings().siteUrl}
      />
    </Page>
  );
}
