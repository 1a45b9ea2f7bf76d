import 'server-only';
import { printSharedKey, readSharedKey, WHOLE_DOCUMENT } from '@/lib/addresses/version-params';
import { comparisonUrl, documentUrl, sectionPlaceUrl, sectionUrl, versionUrl } from '@/lib/addresses/urls';
import type { RawSearchParams } from '@/lib/addresses/search-params';
import type * as ast from '@/lib/gazette/ast';
import {
  documentKey,
  listNotices,
  isParagraph,
  listWithParagraphs,
  makeLedgerView,
  meaningsAt,
  type DocumentNotices,
  type FormerMeaning,
  type LedgerView,
  type MeaningNow,
  type Passage,
} from '@/lib/versions';
import { nameDocument } from '@/lib/views/document/document-titles';
import { dayOf, viewMeaning, type NoticeContext, type NoticeView } from '@/lib/views/versions/notice-view';
import type { AnchorView, PageLedger, SharedNote } from '@/lib/views/versions/page-ledger';
import { namePassages } from '@/lib/views/versions/passage-names';
import { listLedgerDocuments } from './documents';
import { loadMeanings } from './meanings';
import { resolvePlace } from './resolve-place';
import { resolveSharedWords, type SharedWords } from './shared-words';
import { readFormerWords } from './texts';

/** A held document, as far as its ledger is concerned. */
interface LedgerOwner {
  slug: string;
  municipality: { slug: string };
  tree: ast.Document;
  ledger: { id: number; version: number; _count: { changes: number } } | null;
}

/** Former words of one address that are read whole; the rest by their beginnings. */
const MOST_READ = 5;

/**
 * Reads what the ledger tells of a document, or of one section of it: no query where nothing was
 * changed.
 * @param asked the query of the page's address; `k` names words that a link meant
 */
export async function getPageLedger(
  { slug, municipality, tree, ledger }: LedgerOwner,
  asked: RawSearchParams,
  section?: string,
): Promise<PageLedger> {
  const passages = listWithParagraphs(tree);
  const keys = new Map(
    passages.flatMap((passage) =>
      isParagraph(passage) ? [] : [[passage.address, printSharedKey(passage.address, passage.key)]],
    ),
  );
  const meanings = ledger && ledger._count.changes > 0 ? await loadMeanings(ledger.id) : [];
  const place = { municipality: municipality.slug, document: slug };
  const shared = readSharedKey(asked.k);
  const words = shared && (await resolveSharedWords({ tree, ledger }, place, shared));
  const view = makeLedgerView(meanings, new Map(ledger ? [[ledger.id, passages]] : []));
  const context = ledger && (await makeContext(place, ledger, meanings, passages, section !== undefined));
  const found = ledger ? findNotices(ledger.id, meanings, passages, view, section) : NOTHING;
  const told = words?.kind === 'other' ? withShared(found, words.shared, new Set(keys.keys()), section) : found;
  const isShared = ({ meaning }: MeaningNow): boolean =>
    words?.kind === 'other' &&
    words.shared.meaning.wordsKey === meaning.wordsKey &&
    words.shared.meaning.address === meaning.address;
  const show = async (all: readonly MeaningNow[]): Promise<NoticeView[]> =>
    Promise.all(
      all.map(async (each, at) =>
        viewMeaning(each, context!, {
          isOpen: isShared(each),
          words:
            (section !== undefined && at < MOST_READ) || isShared(each) ? await readFormerWords(each.meaning) : null,
        }),
      ),
    );
  const notices = new Map<string, NoticeView[]>();
  for (const [address, all] of told.former) notices.set(address, await show(all));
  const anchors = new Map<string, AnchorView[]>();
  for (const [at, all] of told.anchors)
    anchors.set(
      at,
      await Promise.all(all.map(async ({ address, meanings: of }) => ({ address, notices: await show(of) }))),
    );
  return {
    version: ledger?.version ?? 1,
    hasVersions: ledger !== null && (ledger.version > 1 || ledger._count.changes > 0),
    keys,
    wholeKey: printSharedKey(WHOLE_DOCUMENT, documentKey(passages)),
    notices,
    anchors,
    shared: words && noteOf(words, place, ledger?.version ?? 1),
  };
}

/**
 * Reads what an address meant that the document does not have any more.
 *
 * The last meaning stands first, before it the one that a shared link names.
 * @returns null where the ledger tells nothing of it
 */
export async function listFormerNotices(
  document: LedgerOwner,
  section: string,
  asked: RawSearchParams,
): Promise<NoticeView[] | null> {
  const { slug, municipality, tree, ledger } = document;
  const place = { municipality: municipality.slug, document: slug };
  const answer = await resolvePlace({ ...place, section });
  if (!ledger || answer.kind !== 'former') return null;
  const context = await makeContext(place, ledger, await loadMeanings(ledger.id), listWithParagraphs(tree), true);
  const key = readSharedKey(asked.k)?.key;
  const isShared = ({ meaning }: MeaningNow): boolean => key !== undefined && meaning.wordsKey.startsWith(key);
  const meanings = [...answer.meanings].sort((one, other) => Number(isShared(other)) - Number(isShared(one)));
  return Promise.all(
    meanings.map(async (each, at) =>
      viewMeaning(each, context, { words: at < MOST_READ ? await readFormerWords(each.meaning) : null }),
    ),
  );
}

const NOTHING: DocumentNotices = { former: new Map(), anchors: new Map() };

function findNotices(
  ledgerDocumentId: number,
  meanings: readonly FormerMeaning[],
  passages: readonly Passage[],
  view: LedgerView,
  section: string | undefined,
): DocumentNotices {
  if (meanings.length === 0) return NOTHING;
  if (section === undefined) return listNotices(ledgerDocumentId, meanings, passages, view);
  const own = meanings.filter((each) => each.ledgerDocumentId === ledgerDocumentId && each.address === section);
  const key = passages.find(({ address }) => address === section)?.key ?? null;
  const found = meaningsAt(own, key, view);
  return { former: new Map(found.length > 0 ? [[section, found]] : []), anchors: new Map() };
}

/** Adds the words of a shared link where the page tells nothing of them by itself. */
function withShared(
  { former, anchors }: DocumentNotices,
  shared: MeaningNow,
  present: ReadonlySet<string>,
  section: string | undefined,
): DocumentNotices {
  const { address, wordsKey } = shared.meaning;
  const at = section ?? address;
  const isTold = (all: readonly MeaningNow[]): boolean => all.some(({ meaning }) => meaning.wordsKey === wordsKey);
  if (section === undefined && !present.has(address)) return { former, anchors };
  const there = former.get(at) ?? [];
  return isTold(there) ? { former, anchors } : { former: new Map([...former, [at, [shared, ...there]]]), anchors };
}

function noteOf(
  words: SharedWords,
  { municipality, document }: { municipality: string; document: string },
  version: number,
): SharedNote | null {
  if (words.kind === 'other') {
    const { meaning, now } = words.shared;
    return { kind: 'other', address: meaning.address, until: dayOf(meaning.until), wasGone: now.kind === 'gone' };
  }
  if (words.kind === 'version')
    return {
      kind: 'version',
      version: words.version,
      until: dayOf(words.until),
      comparison: comparisonUrl(municipality, document, `${words.version}..${version}`),
      href: versionUrl(municipality, document, words.version),
    };
  return words.kind === 'unknown' ? words : null;
}

/**
 * Names the places where words are now: in this document by their numbers, in others by theirs too.
 * @param isAlone links lead to the sections' own pages
 */
async function makeContext(
  place: { municipality: string; document: string },
  ledger: { id: number; version: number },
  meanings: readonly FormerMeaning[],
  passages: readonly Passage[],
  isAlone: boolean,
): Promise<NoticeContext> {
  const names = namePassages(passages);
  const nameAt = new Map(passages.map(({ address }, at) => [address, names[at]!]));
  const others = meanings.flatMap(({ to }) => (to && to.ledgerDocumentId !== ledger.id ? [to.ledgerDocumentId] : []));
  const documents = await listLedgerDocuments(others);
  const print = isAlone ? sectionUrl : sectionPlaceUrl;
  return {
    ...place,
    ledgerDocumentId: ledger.id,
    version: ledger.version,
    linkTo({ ledgerDocumentId, address }) {
      if (ledgerDocumentId === ledger.id) {
        const name = nameAt.get(address);
        if (name === undefined) return null;
        return { name, href: isAlone ? print(place.municipality, place.document, address) : `#${address}` };
      }
      const other = documents.get(ledgerDocumentId);
      if (!other) return null;
      const href =
        other.documentId === null
          ? documentUrl(other.municipality, other.slug)
          : sectionUrl(other.municipality, other.slug, address);
      return { name: nameDocument(other), href };
    },
  };
}
