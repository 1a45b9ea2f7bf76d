import 'server-only';
import type { Suggestion } from '@/lib/search/engine';
import { readReferences } from '@/lib/references/read-references';
import { resolveReferences } from './resolve-references';

/** Characters of a text that is read as a reference while somebody types. */
const TYPED_LIMIT = 300;
const PLACES_LIMIT = 3;

/** Suggests the places that a typed or pasted text names: a clause, or a document by its title. */
export async function suggestPlaces(typed: string): Promise<Suggestion[]> {
  const text = typed.slice(0, TYPED_LIMIT).replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
  // Mere numbers and words have suggestions of their own, which grow with what is typed.
  const named = readReferences(text).filter(({ locator, isNamed }) => locator !== undefined || isNamed);
  const resolved = await resolveReferences(named);
  return resolved
    .flatMap((each) => (each.kind === 'place' ? [each.place] : 'places' in each ? each.places : []))
    .slice(0, PLACES_LIMIT)
    .map(({ document, section, href }) => ({
      kind: section ? ('heading' as const) : ('document' as const),
      text: section ? section.name : document.title,
      detail: section ? document.title : document.docNumber,
      href,
      marks: [],
    }));
}
