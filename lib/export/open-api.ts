import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { PLACES, SORTS, VALIDITIES } from '@/lib/search/engine';
import { suggestionsSchema } from '@/lib/search/suggestions-schema';
import { QUERY_LENGTH } from '@/lib/search-params';
import { searchDataSchema } from './search-data';

/** The parameters of a search, as lib/search-params.ts reads them: a value that cannot be read counts as left out. */
const searchParameters = z.object({
  q: z.string().max(QUERY_LENGTH).optional().meta({
    description:
      'Words that must all occur; a 文号 in any spelling; "a phrase", -excluded; the fields 标题: 机关: 年: 文号:',
    example: '养老 -机构',
  }),
  municipality: z.string().optional().meta({ description: 'Address of a municipality', example: 'benxi' }),
  agency: z.string().optional().meta({ description: 'Who signs, in full' }),
  genre: z.string().optional().meta({ description: 'Kind of document: 通知, 意见 …' }),
  from: z.string().optional().meta({ description: 'First year or day', example: '2022' }),
  to: z.string().optional().meta({ description: 'Last year or day', example: '2023-06-30' }),
  issue: z.string().optional().meta({ description: 'Issue of the municipality', example: '2023-3' }),
  place: z.enum(PLACES).optional(),
  validity: z.enum(VALIDITIES).optional(),
  sort: z.enum(SORTS).optional(),
  page: z.string().optional().meta({ description: 'From 1' }),
});

const text = (description: string) => ({ description, content: { 'text/plain': { schema: z.string() } } });
const json = (schema: z.ZodType): ZodOpenApiResponsesObject => ({
  '200': { description: 'What was asked for', content: { 'application/json': { schema } } },
  '503': text('The search took too long or the database does not answer; Retry-After says when to ask again'),
});

const paths: ZodOpenApiObject['paths'] = {
  '/api/v1/search': {
    get: {
      summary: 'Search sections of documents',
      description: 'The same search as the page /search with the same parameters. Pages lead on by `next`.',
      requestParams: { query: searchParameters },
      responses: json(searchDataSchema.meta({ id: 'SearchAnswer' })),
    },
  },
  '/api/v1/suggest': {
    get: {
      summary: 'What somebody may be typing',
      requestParams: { query: z.object({ q: z.string().max(QUERY_LENGTH) }) },
      responses: json(suggestionsSchema.meta({ id: 'Suggestions' })),
    },
  },
};

/** Takes the portal's origin and name; gives the OpenAPI 3.1 document of `/api/v1`, made of the schemas that the answers are typed by. */
export const openApiDocument = ({ siteUrl, siteName }: { siteUrl: string; siteName: string }) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: `${siteName} API`,
      version: '1.0.0',
      description:
        'Documents of municipal gazettes for programs. Names and meanings stay within v1; fields may be added.',
    },
    servers: [{ url: siteUrl }],
    paths,
  });
