import { z } from 'zod';
import type { ZodOpenApiObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { jsonFeedSchema } from '@/lib/export/feeds/json-feed-schema';

const municipality = z.string().meta({ example: 'benxi' });
const document = z.string().meta({ example: 'benzhengbanfa-2018-58' });

const schema = jsonFeedSchema.meta({ id: 'Feed' });
const responses: ZodOpenApiResponsesObject = {
  '200': {
    description: 'The newest entries, the last told first, as JSON Feed 1.1; the same ending in .atom is Atom 1.0',
    content: { 'application/feed+json': { schema } },
  },
  '304': { description: 'Nothing has changed since the entity tag that was sent with If-None-Match' },
  '404': {
    description: 'The address follows nothing that was ever held',
    content: { 'text/plain': { schema: z.string() } },
  },
};

const feed = (summary: string, requestParams: object = {}) => ({ get: { summary, requestParams, responses } });
const ofPlace = { path: z.object({ municipality }) };

/**
 * Describes the feeds for the OpenAPI document.
 * @param searchParameters those of a search
 */
export const feedPaths = (searchParameters: z.ZodObject): NonNullable<ZodOpenApiObject['paths']> => ({
  '/documents.json': feed('What came last, everywhere'),
  '/{municipality}/documents.json': feed('What came last to a municipality', ofPlace),
  '/issues.json': feed('The issues that came last, everywhere'),
  '/{municipality}/issues.json': feed('The issues of a municipality that came last', ofPlace),
  '/{municipality}/agency.json': feed('What came last of an agency', {
    ...ofPlace,
    query: z.object({ name: z.string().meta({ description: 'Who signs, in full' }) }),
  }),
  '/corrections.json': feed('What gazettes correct themselves, everywhere'),
  '/{municipality}/corrections.json': feed('What the gazette of a municipality corrects itself', ofPlace),
  '/{municipality}/validity.json': feed('Documents of a municipality that end in 90, 30 or 0 days', ofPlace),
  '/wenhao.json': feed('What happens to a number, held or not', {
    query: z.object({ number: z.string().meta({ example: '国发〔2022〕22号' }) }),
  }),
  '/search.json': feed('What a search finds, the last arrivals first', { query: searchParameters }),
  '/{municipality}/{document}/feed.json': feed('What happens to a document', {
    path: z.object({ municipality, document }),
  }),
  '/{municipality}/{document}/{section}/feed.json': feed('What happens to a section', {
    path: z.object({ municipality, document, section: z.string().meta({ example: 'a-2.3' }) }),
  }),
});
