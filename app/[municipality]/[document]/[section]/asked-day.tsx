import type { Metadata } from 'next';
import { MissingDay, MissingSection } from '@/components/site/missing-pages';
import { Page } from '@/components/site/Page';
import { SectionOfDayText } from '@/components/versions/SectionOfDayText';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { addressesOfPage, sectionOfDayUrl, sectionUrl } from '@/lib/addresses/urls';
import { listCitationTargets, type DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { AskedDay } from '@/lib/db/queries/validity/asked-day';
import { siteSettings } from '@/lib/settings/env';
import { formatDate, machineDate } from '@/lib/text/format';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import { nameDocument } from '@/lib/views/document/document-titles';
import { viewSectionOfDay } from '@/lib/views/document/section-of-day';
import { viewWorkedIn } from '@/lib/views/document/worked-in-view';

interface SectionDay {
  document: DocumentDetail;
  asked: AskedDay;
  /** Address of the section. */
  address: string;
}

/** Title and canonical address of a section of the text of a day. */
export function describeSectionDay({ document, asked, address }: SectionDay): Metadata {
  const { period, isCurrent } = asked;
  if (!period) return { title: MISSING_TITLES.day };
  const found = findIn({ document, asked, address });
  if (!found) return { title: MISSING_TITLES.section };
  const name = found.section?.name ?? found.clause?.name ?? address;
  const place = [document.municipality.slug, document.slug, address] as const;
  const own = sectionOfDayUrl(...place, machineDate(period.from));
  // What no decision touches reads as printed, and has its page there.
  const isItself = isCurrent && (found.clause !== null || !found.isPrinted);
  return {
    title: `${name}，${formatDate(period.from)}起的文本 · ${nameDocument(document)}`,
    alternates: addressesOfPage(isItself || !found.isPrinted ? own : sectionUrl(...place)),
    ...(isCurrent ? {} : { robots: { index: false } }),
  };
}

/** The page of that section. */
export async function SectionDayPage({ document, asked, address }: SectionDay) {
  const { period, periods } = asked;
  if (!period) return <MissingDay document={document} first={document.orderedOn} />;
  const found = findIn({ document, asked, address });
  if (!found) return <MissingSection document={document} address={address} />;
  const { section, clause } = found;
  const name = section ? section.markers || section.heading : clause!.name;
  return (
    <Page
      crumbs={documentCrumbs(document, `${name}，${formatDate(period.from)}起的文本`)}
      inside={document.municipality.slug}
      sample={document.municipality.sample}
    >
      <article className={section?.node.type === 'table' ? 'alone full' : 'alone'}>
        <SectionOfDayText
          document={document}
          address={address}
          found={found}
          view={viewWorkedIn(document.tree, asked.operations, period.from)}
          targets={await listCitationTargets(document.id)}
          periods={periods}
          period={period}
          siteUrl={siteSettings().siteUrl}
        />
      </article>
    </Page>
  );
}

const findIn = ({ document, asked, address }: SectionDay) =>
  viewSectionOfDay(document.tree, viewWorkedIn(document.tree, asked.operations, asked.period!.from), address);
