import { VALIDITY_STATES } from '@/lib/validity/validity';
import { searchScheme } from '@/lib/search/text/scheme';

/** The spelling of texts in an index that this program searches: `text:1`. */
export const ownSpelling = searchScheme.split(' ').find((word) => word.startsWith('text:'))!;

/** How an index is spread. */
export interface IndexSize {
  shards: number;
  /** Copies of each shard beside itself. */
  replicas: number;
}

/** What an index is sorted by. It is also all that a search reads of a hit. */
export const SORTED_BY = ['day', 'document', 'position', 'section', 'place'] as const;
const ORDERS = ['desc', 'desc', 'asc', 'asc', 'asc'] as const;

/** Positions of pairs, without weights: a phrase of them is an exact part of the text. */
const pairs = { type: 'text', analyzer: 'pairs', index_options: 'positions', norms: false } as const;
/** Words of one character. */
const characters = { type: 'text', analyzer: 'characters', index_options: 'docs', norms: false } as const;
const words = { ...pairs, fields: { one: characters } } as const;
// A longer value cannot be stored as one; nothing that a reader chooses is.
const name = { type: 'keyword', ignore_above: 8000, doc_values: false } as const;
const number = { type: 'long' } as const;
const tokens = { type: 'keyword', doc_values: false } as const;

/**
 * The definition of an index: one entry for each section, and one for each title.
 *
 * It is sorted by day, so that a search ends with the hits that it asks for. Long numbers, because
 * only an order of the very same type ends early. Texts are normalised before (lib/search/text), so
 * pairs are made of whatever stands there.
 */
export const indexDefinition = ({ shards, replicas }: IndexSize) => ({
  settings: {
    index: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      // Said, or a shard that nobody asked for a while would not do it.
      refresh_interval: '1s',
      // A feeder that was stopped in its tracks for so long brings nothing back that is deleted.
      gc_deletes: '10m',
      sort: { field: SORTED_BY, order: ORDERS },
      analysis: {
        tokenizer: {
          pairs: { type: 'ngram', min_gram: 2, max_gram: 2 },
          characters: { type: 'ngram', min_gram: 1, max_gram: 1 },
        },
        analyzer: {
          pairs: { type: 'custom', tokenizer: 'pairs' },
          characters: { type: 'custom', tokenizer: 'characters' },
        },
      },
    },
  },
  mappings: {
    dynamic: 'strict',
    _source: { enabled: false },
    properties: {
      unit: tokens,
      ...Object.fromEntries(SORTED_BY.map((field) => [field, number])),
      text: words,
      heading: words,
      title: words,
      agencyWords: words,
      // Also counted, to compare an index with the database.
      municipality: { type: 'keyword' },
      issue: tokens,
      agency: name,
      genre: name,
      docNumber: name,
      agencyCode: name,
      topics: name,
      subjects: name,
      year: number,
      serial: number,
      validity: { properties: Object.fromEntries(VALIDITY_STATES.map((state) => [state, { type: 'long_range' }])) },
      // Of the one entry that says how far the index is.
      applied: number,
      appliedAt: { type: 'keyword' },
    },
  },
});
