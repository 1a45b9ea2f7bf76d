import 'server-only';
import { documentUrl, issueUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { whereIssueHasNumber } from '@/lib/db/queries/selects';
import { getClient } from '@/lib/db/client';
import { loadHitDocuments } from '@/lib/db/search/results/hit-documents';
import { readReferences, type TypedReference } from '@/lib/references/read-references';
import type { ReferredPlace, ResolvedReference } from '@/lib/references/resolved';
import { listNamedMunicipalities, municipalityAtHead, type NamedMunicipality } from './context';
import { findHeldNumber } from './find-numbers';
import { findSections } from './find-section';
import { findTitle } from './find-titles';

/** References of one text that are looked up. */
const REFERENCES_LIMIT = 20;

/**
 * Finds what references mean; addresses of the portal are for `resolveText`.
 * @param municipality address of the municipality in whose pages they were typed
 * @returns in the order of the text, nothing twice; empty for mere words
 */
export async function resolveReferences(
  references: readonly TypedReference[],
  municipality?: string,
): Promise<ResolvedReference[]> {
  if (references.length === 0) return [];
  const all = await listNamedMunicipalities();
  const at = municipality === undefined ? undefined : all.find(({ slug }) => slug === municipality);
  const resolved = await Promise.all(references.slice(0, REFERENCES_LIMIT).map((each) => resolve(each, at)));
  const byName = new Map(resolved.flatMap((each) => (each ? [[nameOf(each), each]] : [])));
  return [...byName.values()];
}

/**
 * Gives the one number that a text means, canonical: of a held document, or of one that is missing.
 * @returns null for words, and where there is a choice
 */
export async function numberOfText(text: string): Promise<string | null> {
  const [only, ...others] = await resolveReferences(readReferences(text));
  if (!only || others.length > 0) return null;
  if (only.kind === 'absent') return only.canonical;
  return only.kind === 'place' ? only.place.document.docNumber : null;
}

/**
 * Finds what words in place of an address mean: a number, or a title in 《》; never mere words.
 * @param municipality address of the municipality below which they stand
 */
export async function resolveAddress(text: string, municipality?: string): Promise<ResolvedReference[]> {
  const named = readReferences(text).filter(({ number, issue, isNamed }) => number ?? issue ?? isNamed);
  return (await resolveReferences(named, municipality)).filter(({ kind }) => kind !== 'offered');
}

const nameOf = (resolved: ResolvedReference): string =>
  resolved.kind === 'place'
    ? resolved.place.href
    : resolved.kind === 'absent'
      ? resolved.canonical
      : resolved.kind === 'page'
        ? resolved.href
        : resolved.places.map(({ href }) => href).join(' ');

async function resolve(
  reference: TypedReference,
  at: NamedMunicipality | undefined,
): Promise<ResolvedReference | null> {
  const { issue, number, title } = reference;
  if (issue) return resolveIssue(reference, issue, at);
  const found = number ? await findHeldNumber({ ...reference, number }, at) : null;
  if (found && found.documents.length > 0)
    return placesOf(
      reference,
      found.documents.map((id) => ({ id, part: null })),
    );
  if (number && !found) return null;
  const whole = reference.around === undefined ? null : await findTitle(reference.around, false, at);
  if (whole && whole.sure.length > 0) return placesOf(reference, whole.sure);
  const titled = title === undefined ? null : await findTitle(title, reference.isNamed ?? false, at);
  if (found) {
    // The number may be mistyped, where nobody cites it and a held document has the title.
    if (!found.cited && reference.isNamed && titled && titled.sure.length > 0) return placesOf(reference, titled.sure);
    const { typed, cited } = found;
    return typed.canonical === undefined
      ? null
      : { kind: 'absent', words: reference.words, canonical: typed.canonical, typed, cited };
  }
  if (!titled) return null;
  if (titled.sure.length > 0) return placesOf(reference, titled.sure);
  if (titled.citedNumber !== null)
    return { kind: 'absent', words: reference.words, canonical: titled.citedNumber, typed: {}, cited: true };
  const offered = titled.offered.length === 0 ? null : await placesOf(reference, titled.offered);
  if (offered === null) return null;
  return {
    kind: 'offered',
    words: reference.words,
    places: offered.kind === 'place' ? [offered.place] : placesIn(offered),
  };
}

const placesIn = (resolved: ResolvedReference): readonly ReferredPlace[] =>
  resolved.kind === 'several' || resolved.kind === 'offered' ? resolved.places : [];

/** Makes the places of documents, each at the part that is named. */
async function placesOf(
  { words, locator, title }: TypedReference,
  found: readonly { id: number; part: string | null }[],
): Promise<ResolvedReference | null> {
  const documents = await loadHitDocuments(found.map(({ id }) => id));
  const places = await Promise.all(
    found.map(async ({ id, part }): Promise<ReferredPlace[]> => {
      const document = documents.get(id);
      if (!document) return [];
      const { municipality, slug } = document;
      const sections = locator === undefined ? [] : await findSections(id, locator, { part, title });
      if (sections.length === 0) return [{ document, section: null, href: documentUrl(municipality.slug, slug) }];
      return sections.map((section) => ({
        document,
        section,
        href: sectionPlaceUrl(municipality.slug, slug, section.address),
      }));
    }),
  );
  const [place, ...others] = places.flat();
  if (!place) return null;
  return others.length === 0 ? { kind: 'place', words, place } : { kind: 'several', words, places: [place, ...others] };
}

async function resolveIssue(
  { words }: TypedReference,
  { place, year, number }: NonNullable<TypedReference['issue']>,
  at: NamedMunicipality | undefined,
): Promise<ResolvedReference | null> {
  const named = municipalityAtHead(place, await listNamedMunicipalities());
  const municipality = named?.municipality ?? (place === '' || /^[市县区]$/.test(place) ? at : undefined);
  if (!municipality) return null;
  const where = { municipalityId: municipality.id, ...whereIssueHasNumber(year, { number }) };
  const issue = await getClient().issue.findFirst({ where, select: { year: true, number: true, edition: true } });
  return issue && { kind: 'page', words, href: issueUrl(municipality.slug, issue) };
}
