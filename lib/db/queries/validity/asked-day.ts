import 'server-only';
import { cache } from 'react';
import { documentUrl, sectionOfDayUrl, sectionPlaceUrl, sectionUrl, textOfDayUrl } from '@/lib/addresses/urls';
import { readDayParam } from '@/lib/addresses/version-params';
import { getClient } from '@/lib/db/client';
import type { Decision } from '@/lib/db/queries/ledger/decide-place';
import type { PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { getHeldText } from '@/lib/db/queries/ledger/texts';
import { findSection } from '@/lib/gazette';
import { calendarDay } from '@/lib/settings/today';
import { machineDate } from '@/lib/text/format';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { listTextPeriods, textPeriodOf, type TextPeriod } from '@/lib/validity/amendments/text-periods';
import { viewSectionOfDay } from '@/lib/views/document/section-of-day';
import { viewWorkedIn } from '@/lib/views/document/worked-in-view';
import { listOperations } from './amendments';

/** The day for which a document's text is asked. */
export interface AskedDay {
  document: { id: number; orderedOn: Date };
  operations: readonly DecidedOperation[];
  periods: readonly TextPeriod[];
  /** The period in which the day lies; null where the document was not there, or it is no day. */
  period: TextPeriod | null;
  /** Whether the address names the first day of it. */
  isFirstDay: boolean;
  /** Whether today lies in it. */
  isCurrent: boolean;
}

/**
 * Finds what `?on=` asks of a held document.
 * @returns null where it asks for nothing, or none is held
 */
export async function findAskedDay(
  { municipality, document }: Pick<PortalPlace, 'municipality' | 'document'>,
  asked: string | readonly string[] | null | undefined,
): Promise<AskedDay | null> {
  const day = readDayParam(asked);
  return day === null ? null : readAskedDay(municipality, document, day === 'bad' ? day : machineDate(day));
}

/** Once for the head of a page and its text. */
const readAskedDay = cache(async (municipality: string, slug: string, asked: string): Promise<AskedDay | null> => {
  const day = readDayParam(asked);
  const document = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug },
    select: { id: true, orderedOn: true },
  });
  if (!document) return null;
  const operations = await listOperations(document.id);
  const periods = listTextPeriods(document.orderedOn, operations);
  const period = day instanceof Date ? textPeriodOf(periods, day) : null;
  return {
    document,
    operations,
    periods,
    period,
    isFirstDay: day instanceof Date && period?.from.getTime() === day.getTime(),
    isCurrent: period !== null && period === textPeriodOf(periods, calendarDay(new Date())),
  };
});

/**
 * Decides the address of a text on a day, `?on=`.
 *
 * A day inside a period leads to its first one, so that each text has one address. A text that no
 * decision changes has none but that of its document.
 * @param print the same page or file of the text on a day; null for the document's own
 */
export async function decideDay(
  place: PortalPlace,
  question: URLSearchParams,
  print: (day: string | null) => string = (day) =>
    day === null
      ? documentUrl(place.municipality, place.document)
      : textOfDayUrl(place.municipality, place.document, day),
): Promise<Decision | null> {
  const asked = await findAskedDay(place, question.get('on'));
  if (!asked) return null;
  const { period, periods, isFirstDay } = asked;
  if (!period) return { kind: 'missing', as: 'day' };
  if (periods.length === 1 && period.decisions.length === 0) return { kind: 'leads', to: print(null), status: 307 };
  return isFirstDay ? { kind: 'held' } : { kind: 'leads', to: print(machineDate(period.from)), status: 307 };
}

/** Decides the address of one section of the text of a day. */
export async function decideSectionDay(
  place: Required<PortalPlace>,
  question: URLSearchParams,
): Promise<Decision | null> {
  const { municipality, document, section } = place;
  const decision = await decideDay(place, question, (day) =>
    day === null ? sectionUrl(municipality, document, section) : sectionOfDayUrl(municipality, document, section, day),
  );
  if (decision?.kind !== 'held') return decision;
  const [asked, text] = await Promise.all([
    findAskedDay(place, question.get('on')),
    getHeldText(municipality, document),
  ]);
  if (!asked?.period || !text) return null;
  const view = viewWorkedIn(text.tree, asked.operations, asked.period.from);
  if (viewSectionOfDay(text.tree, view, section)) return decision;
  return findSection(text.tree, section) ? { kind: 'missing' } : null;
}

/** Decides where a 款 is shown that has no page: in its document, or in the text of the day. */
export async function decideParagraphDay(
  { municipality, document, section }: Required<PortalPlace>,
  question: URLSearchParams,
): Promise<Decision> {
  const print = (day: string | null): string =>
    day === null
      ? sectionPlaceUrl(municipality, document, section)
      : textOfDayUrl(municipality, document, day, section);
  const decision = await decideDay({ municipality, document }, question, print);
  if (decision && decision.kind !== 'held') return decision;
  return { kind: 'leads', to: print(decision ? question.get('on') : null), status: 307 };
}
