import 'server-only';
import type { MissingKind } from '@/lib/addresses/missing';
import { parseSearchParams, rawSearchParams } from '@/lib/addresses/search-params';
import { documentUrl, sectionPlaceUrl, sectionUrl } from '@/lib/addresses/urls';
import { readSharedKey, readVersionPair, readVersionParam } from '@/lib/addresses/version-params';
import { getClient } from '@/lib/db/client';
import { findLedgerDocument, hasEnded } from './documents';
import { isHeldPlace, resolvePlace, type PortalPlace } from './resolve-place';
import { resolveSharedWords } from './shared-words';
import { getHeldText } from './texts';

/** What an address is answered with. */
export type Decision =
  | { kind: 'held' }
  /** 410: the page says what it was, since when and why. */
  | { kind: 'ended' }
  /** 404; `as` where another thing is missing than the route says. */
  | { kind: 'missing'; as?: MissingKind }
  | { kind: 'leads'; to: string; status: 307 | 308 };

const HELD: Decision = { kind: 'held' };
const ENDED: Decision = { kind: 'ended' };
const MISSING: Decision = { kind: 'missing' };
const NO_VERSION: Decision = { kind: 'missing', as: 'version' };

/** Prints the address of one kind of page, or of a file, for a place. */
export type PrintPlace = (place: PortalPlace) => string;

/**
 * Decides what the address of a document or of one of its sections answers.
 * @param print what is asked for of the place; a document's words lead to their section in it
 */
export async function decidePlace(
  place: PortalPlace,
  question: URLSearchParams,
  print: PrintPlace = printPlace,
): Promise<Decision> {
  const answer = await resolvePlace(place);
  if (answer.kind === 'held') return HELD;
  if (answer.kind === 'unknown') return MISSING;
  if (answer.kind !== 'leads') return ENDED;
  const { to, isRenamed } = answer;
  // Elsewhere the question is another one.
  return { kind: 'leads', to: isRenamed ? ask(print(to), question) : print(to), status: 308 };
}

/** Decides the address of a page that shared links lead to: `?k=` names the words they meant. */
export async function decideShared(place: PortalPlace, question: URLSearchParams): Promise<Decision> {
  const shared = readSharedKey(question.get('k'));
  const text = shared && (await getHeldText(place.municipality, place.document));
  // A document with another address now is asked once more, there.
  if (!shared || !text) return decidePlace(place, question);
  const words = await resolveSharedWords(text, place, shared);
  const rest = new URLSearchParams(question);
  rest.delete('k');
  if (words.kind === 'moved') return { kind: 'leads', to: printLike(place, words.to, rest), status: 307 };
  if (words.kind !== 'same') return (await isHeldPlace(place)) ? HELD : decidePlace(place, rest);
  const isHere = place.section === undefined || place.section === shared.address;
  const there = isHere ? place : { ...place, section: shared.address };
  if (await isHeldPlace(there)) return { kind: 'leads', to: ask(printPlace(there), rest), status: 307 };
  return decidePlace(place, rest);
}

/** Decides the address of a version, `?v=`. */
export async function decideVersion(
  { municipality, document }: PortalPlace,
  question: URLSearchParams,
): Promise<Decision | null> {
  const number = readVersionParam(question.get('v'));
  if (number === null) return null;
  const known = await findLedgerDocument(municipality, document);
  if (!known) return number === 1 || !(await isHeldPlace({ municipality, document })) ? null : NO_VERSION;
  if (hasEnded(known) && known.end === 'withdrawn') return ENDED;
  if (known.slug !== document)
    return { kind: 'leads', to: ask(documentUrl(known.municipality, known.slug), question), status: 308 };
  if (number === known.version && !hasEnded(known)) return null;
  return decideVersions(known.id, [number]);
}

/** Decides the addresses of the list of versions, and of a comparison of two. */
export async function decideVersionPages(
  { municipality, document, pair }: PortalPlace & { pair?: string },
  print: PrintPlace,
): Promise<Decision> {
  const known = await findLedgerDocument(municipality, document);
  if (!known) {
    if (!(await isHeldPlace({ municipality, document }))) return MISSING_DOCUMENT;
    return pair === undefined ? HELD : NO_VERSION;
  }
  if (hasEnded(known) && known.end === 'withdrawn') return ENDED;
  if (known.slug !== document)
    return { kind: 'leads', to: print({ municipality: known.municipality, document: known.slug }), status: 308 };
  if (pair === undefined) return HELD;
  const read = readVersionPair(pair);
  if (!read || read.to > known.version) return NO_VERSION;
  const numbers = [read.from, read.to].filter((number) => hasEnded(known) || number !== known.version);
  return decideVersions(known.id, numbers);
}

const MISSING_DOCUMENT: Decision = { kind: 'missing', as: 'document' };

/** Former versions: there, or erased for good. */
async function decideVersions(ledgerDocumentId: number, numbers: readonly number[]): Promise<Decision> {
  const rows = await getClient().documentVersion.findMany({
    where: { ledgerDocumentId, number: { in: [...numbers] } },
    select: { erasedAt: true },
  });
  if (rows.length < numbers.length) return NO_VERSION;
  return rows.some(({ erasedAt }) => erasedAt !== null) ? ENDED : HELD;
}

/** The page of a place: a document that words went into is opened there. */
function printPlace({ municipality, document, section }: PortalPlace): string {
  return section === undefined ? documentUrl(municipality, document) : sectionUrl(municipality, document, section);
}

/** Words of a document's page are led to in the document, those of a section's page to theirs. */
const printLike = (
  asked: PortalPlace,
  { municipality, document, section }: PortalPlace,
  rest: URLSearchParams,
): string =>
  asked.section === undefined && section !== undefined
    ? sectionPlaceUrl(municipality, document, section, parseSearchParams(rawSearchParams(rest)))
    : ask(printPlace({ municipality, document, section }), rest);

const ask = (address: string, question: URLSearchParams): string =>
  question.size === 0 ? address : `${address}?${question.toString()}`;
