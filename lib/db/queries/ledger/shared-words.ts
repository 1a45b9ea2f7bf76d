import 'server-only';
import { WHOLE_DOCUMENT, type SharedKey } from '@/lib/addresses/version-params';
import { getClient } from '@/lib/db/client';
import {
  documentKey,
  followPassage,
  listWithParagraphs,
  makeLedgerView,
  type LedgerPlace,
  type MeaningNow,
} from '@/lib/versions';
import { listLedgerDocuments } from './documents';
import { loadMeanings } from './meanings';
import type { PortalPlace } from './resolve-place';
import type { HeldText } from './texts';

/** What became of the words that a shared link names. */
export type SharedWords =
  /** They are where the link says. */
  | { kind: 'same' }
  | { kind: 'moved'; to: PortalPlace }
  /** Others are there now, or none. */
  | { kind: 'other'; shared: MeaningNow }
  /** The whole document was shared, in a former version. */
  | { kind: 'version'; version: number; until: Date }
  /** The portal does not know them. */
  | { kind: 'unknown' };

/**
 * Finds what became of the words that a shared link names by their key.
 * @param place of the document that holds the link's address now
 */
export async function resolveSharedWords(
  { tree, ledger }: HeldText,
  { municipality, document }: PortalPlace,
  { address, key }: SharedKey,
): Promise<SharedWords> {
  const passages = listWithParagraphs(tree);
  const isMeant = (words: string): boolean => words.startsWith(key);
  if (address === WHOLE_DOCUMENT) {
    if (isMeant(documentKey(passages))) return { kind: 'same' };
    const versions = ledger
      ? await getClient().documentVersion.findMany({
          where: { ledgerDocumentId: ledger.id, wordsKey: { startsWith: key } },
          select: { number: true, until: true },
          orderBy: { number: 'desc' },
          take: 1,
        })
      : [];
    return versions[0]
      ? { kind: 'version', version: versions[0].number, until: versions[0].until }
      : { kind: 'unknown' };
  }
  const present = passages.find((passage) => passage.address === address);
  if (present && isMeant(present.key)) return { kind: 'same' };
  const meanings = ledger ? await loadMeanings(ledger.id) : [];
  const meant = meanings.filter((each) => each.ledgerDocumentId === ledger?.id && isMeant(each.wordsKey));
  const meaning = meant.findLast((each) => each.address === address) ?? meant.at(-1);
  if (ledger && meaning) {
    const now = followPassage(meaning, makeLedgerView(meanings, new Map([[ledger.id, passages]])));
    if (now.kind !== 'moved') return { kind: 'other', shared: { meaning, now } };
    const to = await toPlace(now.to);
    return to ? { kind: 'moved', to } : { kind: 'other', shared: { meaning, now } };
  }
  const elsewhere = passages.find((passage) => passage.words !== '' && isMeant(passage.key));
  return elsewhere
    ? { kind: 'moved', to: { municipality, document, section: elsewhere.address } }
    : { kind: 'unknown' };
}

async function toPlace({ ledgerDocumentId, address }: LedgerPlace): Promise<PortalPlace | null> {
  const document = (await listLedgerDocuments([ledgerDocumentId])).get(ledgerDocumentId);
  return document ? { municipality: document.municipality, document: document.slug, section: address } : null;
}
