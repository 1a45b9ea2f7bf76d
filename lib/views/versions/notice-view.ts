import { articleOfParagraph } from '@/lib/gazette';
import { formatDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { calendarDay } from '@/lib/settings/today';
import { comparisonUrl, versionUrl } from '@/lib/addresses/urls';
import type { LedgerPlace, MeaningNow } from '@/lib/versions';

/** Where words are now, as a link. */
interface PlaceLink {
  href: string;
  /** 第十条, or 示政发〔2023〕9号第一条 */
  name: string;
}

/** What an address meant before, as its notice tells it. */
export interface NoticeView {
  /** The last moment in which it meant that, by its day: 2026年12月1日 */
  until: string;
  /** 第九条, as printed then; empty where it had no number. */
  marker: string;
  /** Its words, or the beginning of them. */
  words: string;
  /** What became of the words; `changed` ones may have moved as well. */
  kind: 'moved' | 'changed' | 'gone';
  /** Where they are now, where that is not the place of the notice. */
  now: PlaceLink | null;
  /** The comparison of that version with the present one, and that version at the place. */
  comparison: string | null;
  version: string | null;
  /** A link was opened that means these words. */
  isOpen: boolean;
}

/** What notices need to know of the document that they stand in. */
export interface NoticeContext {
  municipality: string;
  document: string;
  /** Its id in the ledger, and the number of its present version. */
  ledgerDocumentId: number;
  version: number;
  /** Names a place; null where nothing can be said of it. */
  linkTo: (place: LedgerPlace) => PlaceLink | null;
}

/** The day of a moment in China: 2026年12月1日 */
export const dayOf = (moment: Date): string => formatDate(calendarDay(moment));

/**
 * Makes the notice of what an address meant.
 * @param words all of them, where they are kept
 */
export function viewMeaning(
  { meaning, now }: MeaningNow,
  { municipality, document, ledgerDocumentId, version, linkTo }: NoticeContext,
  { words = null, isOpen = false }: { words?: string | null; isOpen?: boolean } = {},
): NoticeView {
  const { address, fromVersion, toVersion } = meaning;
  const place = now.kind === 'gone' ? null : now.to;
  const isHere = place?.ledgerDocumentId === ledgerDocumentId && place.address === address;
  // A change of structure alone keeps no version of its own.
  const isKept = meaning.ledgerDocumentId === ledgerDocumentId && fromVersion < toVersion && fromVersion < version;
  return {
    until: dayOf(meaning.until),
    marker: typesetText(meaning.marker),
    words: typesetText(words ?? meaning.beginning),
    kind: now.kind,
    now: place && !isHere ? linkTo(place) : null,
    comparison: isKept
      ? comparisonUrl(municipality, document, `${fromVersion}..${version}`, articleOfParagraph(address) ?? address)
      : null,
    version: isKept ? versionUrl(municipality, document, fromVersion, address) : null,
    isOpen,
  };
}

/** 此前（至2026年12月1日）此处为今第十条： what the notice says before the words. */
export function leadOf({ until, kind, now }: NoticeView): string {
  const before = `此前（至${until}）此处为`;
  if (kind === 'gone') return `${before}后来删去的文字：`;
  if (!now) return `${before}：`;
  return kind === 'moved' ? `${before}今${now.name}：` : `${before}今${now.name}更正前的文字：`;
}

/** 至2026年12月1日为“……”，后来删去。 what an address meant, for programs. */
export function formerSentence({ meaning, now }: MeaningNow): string {
  const fates = { moved: '现在别处', changed: '后有更正', gone: '后来删去' };
  return `至${dayOf(meaning.until)}为“${typesetText(meaning.beginning)}”，${fates[now.kind]}。`;
}
