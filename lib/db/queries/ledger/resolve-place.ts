import 'server-only';
import { cache } from 'react';
import {
  followPassage,
  leadsTo,
  listWithParagraphs,
  makeLedgerView,
  meaningsAt,
  type FormerMeaning,
  type LedgerPlace,
  type MeaningNow,
  type Passage,
} from '@/lib/versions';
import { getClient } from '@/lib/db/client';
import { checkTreeVersion } from '@/lib/db/stored-tree';
import {
  findLedgerDocument,
  hasEnded,
  listLedgerDocuments,
  type EndedLedgerDocument,
  type LedgerDocumentRow,
} from './documents';
import { loadMeanings } from './meanings';
import { getHeldText } from './texts';

/** A place of the portal, by what its address is made of. */
export interface PortalPlace {
  /** Slugs. */
  municipality: string;
  document: string;
  section?: string | undefined;
}

/** What an address inside a municipality leads to. */
export type PlaceAnswer =
  | { kind: 'held' }
  /** The same words, or the same document, are there. `isRenamed`: only its address is another. */
  | { kind: 'leads'; to: PortalPlace; isRenamed: boolean }
  /** The document is not held any more. */
  | { kind: 'ended'; document: EndedLedgerDocument }
  /** The document is held; what the address meant in it is other now, or gone. */
  | { kind: 'former'; meanings: readonly MeaningNow[] }
  | { kind: 'unknown' };

/** Tests for a document, or for a section of one; no tree is loaded. */
export async function isHeldPlace({ municipality, document, section }: PortalPlace): Promise<boolean> {
  const sections = section === undefined ? {} : { sections: { some: { address: section } } };
  const held = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug: document, ...sections },
    select: { treeVersion: true },
  });
  if (held) checkTreeVersion(held.treeVersion, `${municipality}/${document}`);
  return held !== null;
}

/**
 * Finds what became of the address of a document, or of something inside one: held; somewhere else;
 * ended, or other now; or never given to anything.
 *
 * What is held costs one indexed query. No address is ever given to another document, so the ledger
 * knows at most one.
 */
export const resolvePlace = async ({ municipality, document, section }: PortalPlace): Promise<PlaceAnswer> =>
  resolve(municipality, document, section);

const resolve = cache(async (municipality: string, slug: string, section?: string): Promise<PlaceAnswer> => {
  if (await isHeldPlace({ municipality, document: slug, section })) return { kind: 'held' };
  const known = await findLedgerDocument(municipality, slug);
  if (!known) return UNKNOWN;
  if (hasEnded(known)) return known.end === 'moved' ? wayOn(known, section) : { kind: 'ended', document: known };
  if (known.slug === slug) return section === undefined ? UNKNOWN : insideHeld(known, section);
  const renamed: PortalPlace = { municipality: known.municipality, document: known.slug, section };
  const there = await resolve(known.municipality, known.slug, section);
  return there.kind === 'held' ? { kind: 'leads', to: renamed, isRenamed: true } : there;
});

const UNKNOWN: PlaceAnswer = { kind: 'unknown' };

/** An address that a held document does not have; its tree is read only where it had it once. */
async function insideHeld({ id, municipality, slug }: LedgerDocumentRow, section: string): Promise<PlaceAnswer> {
  const meanings = await loadMeanings(id);
  const own = ofAddress(meanings, id, section);
  const text = own.length === 0 ? null : await getHeldText(municipality, slug);
  if (!text) return UNKNOWN;
  const view = makeLedgerView(meanings, new Map([[id, listWithParagraphs(text.tree)]]));
  const found = meaningsAt(own, null, view);
  const to = leadsTo(found);
  return to ? toPlace(to) : { kind: 'former', meanings: found };
}

/** A document whose words are in others now. */
async function wayOn(document: EndedLedgerDocument, section: string | undefined): Promise<PlaceAnswer> {
  const meanings = await loadMeanings(document.id);
  const view = makeLedgerView(meanings, NOTHING_KNOWN);
  const last = Math.max(...meanings.flatMap((each) => (each.ledgerDocumentId === document.id ? each.changeId : [])));
  const own = meanings.filter(
    (each) =>
      each.ledgerDocumentId === document.id &&
      (section === undefined ? each.changeId === last && each.kind === 'moved' : each.address === section),
  );
  const to =
    section === undefined
      ? own.map((meaning) => followPassage(meaning, view)).find(({ kind }) => kind === 'moved')
      : { kind: 'moved', to: leadsTo(meaningsAt(own, null, view)) };
  return to && 'to' in to && to.to ? toPlace(to.to) : { kind: 'ended', document };
}

const NOTHING_KNOWN: ReadonlyMap<number, readonly Passage[]> = new Map();

const ofAddress = (meanings: readonly FormerMeaning[], ledgerDocumentId: number, address: string): FormerMeaning[] =>
  meanings.filter((each) => each.ledgerDocumentId === ledgerDocumentId && each.address === address);

/** The address of a place of the ledger. */
async function toPlace({ ledgerDocumentId, address }: LedgerPlace): Promise<PlaceAnswer> {
  const document = (await listLedgerDocuments([ledgerDocumentId])).get(ledgerDocumentId);
  if (!document) return UNKNOWN;
  const to = { municipality: document.municipality, document: document.slug, section: address };
  return { kind: 'leads', to, isRenamed: false };
}
