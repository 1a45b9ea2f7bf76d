import { docNumberUrl } from '@/lib/addresses/urls';
import type { TypedNumber } from '@/lib/gazette';
import type { HitDocument } from '@/lib/search/engine';

/** A held document that is meant, and the section in it. */
export interface ReferredPlace {
  document: HitDocument;
  /** The section that a part names; null for the whole document. */
  section: { address: string; name: string } | null;
  /** Its address: the document, or the section's place in it. */
  href: string;
}

/** What a reference leads to. */
export type ResolvedReference =
  /** One place; what was typed means it and nothing else. */
  | { kind: 'place'; words: string; place: ReferredPlace }
  /** Several documents bear the number or title, or several sections the marker. */
  | { kind: 'several'; words: string; places: readonly ReferredPlace[] }
  /** Words that are nearly the title of something held. */
  | { kind: 'offered'; words: string; places: readonly ReferredPlace[] }
  /** A number that no held document bears; see its page. */
  | { kind: 'absent'; words: string; canonical: string; typed: TypedNumber; cited: boolean }
  /** An issue, or any page whose address was typed. */
  | { kind: 'page'; words: string; href: string };

/** Lists the held documents that a reference may mean. */
export function listDocuments(resolved: ResolvedReference): HitDocument[] {
  if (resolved.kind === 'place') return [resolved.place.document];
  return 'places' in resolved ? resolved.places.map(({ document }) => document) : [];
}

/** Gives the address that a reference leads to; null where there is a choice. */
export function addressOf(resolved: ResolvedReference): string | null {
  switch (resolved.kind) {
    case 'place':
      return resolved.place.href;
    case 'page':
      return resolved.href;
    case 'absent':
      return docNumberUrl(resolved.canonical);
    case 'several':
    case 'offered':
      return null;
  }
}
