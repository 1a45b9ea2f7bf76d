import type { FormerDocument } from '@/lib/db/ingest/ledger/former-documents';
import type { Succession } from '@/lib/db/ingest/ledger/plan-changes';
import type { PreparedDocument, PreparedTocGroup } from '@/lib/db/ingest/rows/prepared';
import { titleKey } from '@/lib/search/text/title-key';
import type { Fate, PassagePlace } from '@/lib/versions';
import type { HeldCitation, HeldContents } from './held-contents';
import { countLostWords, type LostWords } from './lost-words';

/** Share of a document that may go, and characters that may go of a short one. */
const SMALL_SHARE = 0.02;
const FEW_CHARACTERS = 40;

/** Why an ingest stops. */
export type LossKind =
  /** A document is not in the file any more, and its words are nowhere else. */
  | 'document'
  /** A contents entry that had its document has none. */
  | 'contents'
  /** More of a document's words than a correction takes out. */
  | 'words'
  /** A document cites less than before. */
  | 'citations';

/** What of held text would be lost. */
export interface Loss {
  kind: LossKind;
  former: FormerDocument;
  /** Characters, or citations, that are lost, and how many there are. */
  lost: number;
  of: number;
  /** How what is lost begins. */
  beginning: string;
  /** Line of the new text where it would have stood: what is left of what stood before it. */
  line: number;
}

/** Of each former document what it would lose, and what of it stops an ingest. */
export interface Losses {
  words: LostWords[];
  losses: Loss[];
}

/** Finds what would be lost of held documents, the gravest first. Pure. */
export function findLosses(succession: Succession, tocGroups: readonly PreparedTocGroup[], held: HeldContents): Losses {
  const words = countLostWords(succession);
  const lines = new Lines(succession);
  const successors = new Map([...succession.formerOf].map(([document, former]) => [former, document]));
  const losses = succession.former.flatMap((former, at): Loss[] => {
    if (former.hasEnded) return [];
    const { characters, of, first } = words[at]!;
    const line = first ? lines.of(at, first.fate) : lines.behind(at - 1);
    const beginning = first?.words ?? former.title;
    const ofWords = { former, lost: characters, of, beginning, line };
    const next = successors.get(former);
    if (next) {
      const isMuch = characters >= FEW_CHARACTERS && characters > of * SMALL_SHARE;
      return [
        ...(isMuch ? [{ kind: 'words' as const, ...ofWords }] : []),
        ...lostCitations(succession, { at, former, next }, held, lines),
      ];
    }
    if (characters > of * SMALL_SHARE || of === 0) return [{ kind: 'document', ...ofWords }];
    const entry = held.entries.find(({ documentId }) => documentId === former.heldId);
    const isNamed = entry && tocGroups.some(({ entries }) => entries.some((each) => isEmptyEntry(each, entry)));
    return isNamed ? [{ kind: 'contents', ...ofWords, beginning: entry.title }] : [];
  });
  const order: readonly LossKind[] = ['document', 'contents', 'words', 'citations'];
  return { words, losses: losses.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)) };
}

/** Whether an entry is the held one, and leads to nothing. */
const isEmptyEntry = (
  { columns, documentPosition }: PreparedTocGroup['entries'][number],
  held: { title: string; docNumber: string | null },
): boolean =>
  documentPosition === null &&
  (columns.docNumber ?? null) === held.docNumber &&
  titleKey(columns.title) === titleKey(held.title);

/** Counts the places at which a document cites; a range of numbers is one. */
export const countCitations = ({ citations }: PreparedDocument): number => citationPlaces(citations).length;

function citationPlaces(citations: PreparedDocument['citations']): string[] {
  const places = new Map(
    citations.map(({ address, columns: { words, sentence, wordsAt } }) => [`${address} ${wordsAt} ${sentence}`, words]),
  );
  return [...places.values()];
}

function lostCitations(
  { matching, documents }: Succession,
  { at, former, next }: { at: number; former: FormerDocument; next: PreparedDocument },
  { citations }: HeldContents,
  lines: Lines,
): Loss[] {
  const cited = (former.heldId === null ? undefined : citations.get(former.heldId)) ?? [];
  const fates = new Map(former.passages.map(({ address }, index) => [address, matching.fates[at]![index]!]));
  const own = documents.indexOf(next);
  const staying = cited.filter(({ address }) => {
    const fate = fates.get(address);
    return !(fate && (fate.kind === 'moved' || fate.kind === 'changed') && fate.to.document !== own);
  });
  const places = citationPlaces(next.citations);
  const lost = staying.length - places.length;
  if (lost <= 0) return [];
  const gone = firstGone(staying, places);
  const line = lines.of(at, fates.get(gone.address) ?? { kind: 'gone', near: null });
  return [{ kind: 'citations', former, lost, of: staying.length, beginning: gone.words, line }];
}

function firstGone(cited: readonly HeldCitation[], next: readonly string[]): HeldCitation {
  const left = new Map<string, number>();
  for (const words of next) left.set(words, (left.get(words) ?? 0) + 1);
  return (
    cited.find(({ words }) => {
      const count = left.get(words) ?? 0;
      left.set(words, count - 1);
      return count === 0;
    }) ?? cited.at(-1)!
  );
}

/** Lines of the new text. */
class Lines {
  private readonly succession: Succession;
  private readonly byAddress = new Map<number, Map<string, number>>();

  constructor(succession: Succession) {
    this.succession = succession;
  }

  /** Gives the line at which words of this fate stand, or would. */
  of(document: number, fate: Fate): number {
    if (fate.kind === 'same') return this.behind(document);
    const place = fate.kind === 'gone' ? fate.near : fate.to;
    return place ? this.at(place) : this.behind(document - 1);
  }

  /** Gives the line of the last that is left of a former document, or of one before it. */
  behind(document: number): number {
    const { former, formerOf, documents, passages } = this.succession;
    for (let at = document; at >= 0; at--) {
      const next = documents.findIndex((each) => formerOf.get(each) === former[at]);
      const last = next === -1 ? undefined : passages[next]!.at(-1);
      if (last) return last.line;
    }
    return 1;
  }

  private at({ document, address }: PassagePlace): number {
    let lines = this.byAddress.get(document);
    if (!lines) {
      lines = new Map(this.succession.passages[document]!.map((passage) => [passage.address, passage.line]));
      this.byAddress.set(document, lines);
    }
    return lines.get(address) ?? 1;
  }
}
