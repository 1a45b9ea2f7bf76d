import { conditionCode, periodCodes } from '@/lib/search/text/grams';
import { placeOf } from '@/lib/search/place';
import type { DocumentColumns, SectionColumns } from './prepared';

/** Lists the codes of what a search can limit a document to. */
export function documentConditions(
  { orderedOn, agency, genre }: Pick<DocumentColumns, 'orderedOn' | 'agency' | 'genre'>,
  { documentId, municipalityId, issueId }: { documentId: number; municipalityId: number; issueId: number | null },
): number[] {
  return [
    conditionCode('document', documentId),
    ...periodCodes(new Date(orderedOn)),
    conditionCode('municipality', municipalityId),
    ...(issueId === null ? [] : [conditionCode('issue', issueId)]),
    ...(agency ? [conditionCode('agency', agency)] : []),
    ...(genre ? [conditionCode('genre', genre)] : []),
  ];
}

/** Adds the codes of its document's conditions and of its place to a section's grams. */
export function withConditions(section: SectionColumns, conditions: readonly number[]): SectionColumns {
  const codes = [...conditions, conditionCode('place', placeOf(section))];
  return {
    ...section,
    grams: withCodes(section.grams as number[], codes),
    headingGrams: withCodes(section.headingGrams as number[], codes),
  };
}

/** Inserts codes into sorted grams. */
function withCodes(grams: readonly number[], codes: readonly number[]): number[] {
  const all = [...grams];
  for (const code of codes) {
    const after = all.findIndex((gram) => gram > code);
    all.splice(after === -1 ? all.length : after, 0, code);
  }
  return all;
}
