import { z } from 'zod';
import { sectionPlaceUrl } from '@/lib/addresses/urls';
import type { CitationDocument } from '@/lib/db/queries/citations/citation-rows';
import type { ShownFact } from '@/lib/key-facts/facts';
import type { Validity } from '@/lib/validity/validity';
import { documentSchema, toDocument, toValidity, validitySchema } from './citation-data';

/**
 * The JSON of key facts, at `/api/v1/documents/{municipality}/{document}/key-facts`. Names and
 * meanings stay within v1; fields and kinds may be added.
 */

const saidSchema = {
  subject: z.string(),
  sentence: z.string().meta({ description: 'The sentence, or the row of a table, without blanks' }),
  url: z.url().meta({ description: 'Place of the sentence, or of the table' }),
  changed: z.boolean().meta({ description: 'A decision changes this clause: see the validity of the document' }),
};
const factSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    ...saidSchema,
    condition: z.string().nullable().meta({ description: 'For whom or when it holds, as printed' }),
    from: z.array(z.string()).meta({ description: 'Before, as printed; empty where nothing is changed' }),
    to: z.array(z.string()),
    bound: z.string().nullable().meta({ description: '最高 or 不超过' }),
    unit: z.string().meta({ example: '元/人·月' }),
    difference: z.number().nullable(),
    since: z.iso.date().nullable(),
  }),
  z.object({ kind: z.literal('deadline'), ...saidSchema, day: z.iso.date() }),
  z.object({ kind: z.literal('audience'), ...saidSchema, words: z.string() }),
  z.object({ kind: z.literal('responsible'), ...saidSchema, role: z.string(), units: z.string() }),
  z.object({ kind: z.literal('telephone'), ...saidSchema, numbers: z.string() }),
]);

/** The JSON of a document's key facts. */
export const keyFactsDataSchema = z.object({
  document: documentSchema,
  validity: validitySchema,
  facts: z.array(factSchema).meta({
    description:
      'Lifted from sentences and cells by a program; the text decides. First and last days are in `validity`',
  }),
});

/** The JSON of a document's key facts. */
export type KeyFactsData = z.output<typeof keyFactsDataSchema>;

/** What the data of a document's key facts is made of. */
export interface FactParts {
  document: CitationDocument;
  validity: Validity;
  facts: readonly (ShownFact & { changed: boolean })[];
}

/** Makes the JSON of a document's key facts. */
export function toKeyFactsData({ document, validity, facts }: FactParts, siteUrl: string): KeyFactsData {
  const { municipality, slug } = document;
  return {
    document: toDocument(document, siteUrl),
    validity: toValidity(validity, siteUrl),
    facts: facts.map(({ address, ...fact }) => {
      const shown = { ...fact, url: siteUrl + sectionPlaceUrl(municipality.slug, slug, address) };
      return shown.kind === 'amount' ? { ...shown, from: [...shown.from], to: [...shown.to] } : shown;
    }),
  };
}
