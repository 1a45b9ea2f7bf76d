import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { PLACES, SORTS } from '@/lib/search/engine';
import { VALIDITY_STATES } from '@/lib/validity/validity';
import { suggestionsSchema } from '@/lib/search/suggestions-schema';
import { REGISTER_TABS } from '@/lib/addresses/register-params';
import { QUERY_LENGTH } from '@/lib/addresses/search-params';
import { citationsDataSchema, numberDataSchema } from './citation-data';
import { keyFactsDataSchema } from './key-facts-data';
import { registerDataSchema, validityDataSchema } from './validity-data';
import { problemSchema } from './data-response';
import { feedPaths } from './feed-paths';
import { searchDataSchema } from './search-data';
import { versionDataSchema } from './version-data';

/**
 * The parameters of a search (lib/addresses/search-params.ts). A wrong one is refused by 400 with
 * its name.
 */
const searchParameters = z.object({
  q: z.string().max(QUERY_LENGTH).optional().meta({
    description:
      'Words that must all occur; a 文号 in any spelling; "a phrase", one|other, -excluded; the fields 标题: 机关: 年: 文号:',
    example: '养老 -机构',
  }),
  exact: z.literal('1').optional().meta({ description: 'Look for no other words for the same' }),
  off: z.string().optional().meta({ description: 'Other words not to look for, between |', example: '最低生活保障' }),
  municipality: z.string().optional().meta({ description: 'Address of a municipality', example: 'benxi' }),
  agency: z.string().optional().meta({ description: 'Who signs, in full' }),
  genre: z.string().optional().meta({ description: 'Kind of document: 通知, 意见 …' }),
  from: z.string().optional().meta({ description: 'First year or day', example: '2022' }),
  to: z.string().optional().meta({ description: 'Last year or day', example: '2023-06-30' }),
  issue: z.string().optional().meta({ description: 'Issue of the municipality', example: '2023-3' }),
  place: z.enum(PLACES).optional(),
  validity: z.enum(VALIDITY_STATES).optional(),
  subject: z.string().optional().meta({ description: 'A subject of /topics', example: '社保' }),
  topic: z.string().optional().meta({ description: '主题分类 as its publisher states it, in full' }),
  sort: z.enum(SORTS).optional(),
  at: z
    .string()
    .optional()
    .meta({ description: 'Municipality whose 8号文 is meant; limits nothing', example: 'benxi' }),
  page: z.string().optional().meta({ description: 'From 1' }),
});

const text = (description: string) => ({ description, content: { 'text/plain': { schema: z.string() } } });
const json = (schema: z.ZodType): ZodOpenApiResponsesObject => ({
  '200': { description: 'What was asked for', content: { 'application/json': { schema } } },
  '503': text('The search took too long or the database does not answer; Retry-After says when to ask again'),
});

const problemReference = problemSchema.meta({ id: 'Problem' });
const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: problemReference } },
});
const pageParameter = z.string().optional().meta({ description: 'From 1' });

const documentPath = z.object({
  municipality: z.string().meta({ example: 'benxi' }),
  document: z.string().meta({ example: 'benzhengbanfa-2018-58' }),
});

const paths: ZodOpenApiObject['paths'] = {
  '/api/v1/search': {
    get: {
      summary: 'Search sections of documents',
      description: 'The same search as the page /search with the same parameters. Pages lead on by `next`.',
      requestParams: { query: searchParameters },
      responses: {
        ...json(searchDataSchema.meta({ id: 'SearchAnswer' })),
        '400': problem('A parameter is wrong: `parameter` names it'),
      },
    },
  },
  '/api/v1/suggest': {
    get: {
      summary: 'What somebody may be typing',
      requestParams: { query: z.object({ q: z.string().max(QUERY_LENGTH) }) },
      responses: json(suggestionsSchema.meta({ id: 'Suggestions' })),
    },
  },
  '/api/v1/documents/{municipality}/{document}/citations': {
    get: {
      summary: 'What a document cites, and who cites it',
      requestParams: {
        path: documentPath,
        query: z.object({ page: pageParameter, citedPage: pageParameter }),
      },
      responses: {
        ...json(citationsDataSchema.meta({ id: 'Citations' })),
        '308': { description: 'The document has another address now' },
        '404': problem('No document has this address'),
        '410': problem('The document is not held any more: what it was, since when, why'),
      },
    },
  },
  '/api/v1/documents/{municipality}/{document}/validity': {
    get: {
      summary: 'Whether a document is in force, and what decisions do to its articles',
      description:
        'Each statement has its sentence and the day from which it holds. Without a sentence nothing is claimed: `unknown`.',
      requestParams: { path: documentPath },
      responses: {
        ...json(validityDataSchema.meta({ id: 'Validity' })),
        '308': { description: 'The document has another address now' },
        '404': problem('No document has this address'),
        '410': problem('The document is not held any more: what it was, since when, why'),
      },
    },
  },
  '/api/v1/documents/{municipality}/{document}/key-facts': {
    get: {
      summary: 'What a document says in figures and days: amounts, deadlines, for whom, who is responsible, telephones',
      description:
        'Each fact has its sentence and place. What is not surely read is left out, so a missing fact says nothing.',
      requestParams: { path: documentPath },
      responses: {
        ...json(keyFactsDataSchema.meta({ id: 'KeyFacts' })),
        '308': { description: 'The document has another address now' },
        '404': problem('No document has this address'),
        '410': problem('The document is not held any more: what it was, since when, why'),
      },
    },
  },
  '/api/v1/municipalities/{municipality}/validity': {
    get: {
      summary: 'The register of a municipality: rules and normative documents with their state',
      description:
        'The same lists as the page /{municipality}/validity; also there as .csv, .xlsx, .docx, and .ics with the last days.',
      requestParams: {
        path: z.object({ municipality: z.string().meta({ example: 'benxi' }) }),
        query: z.object({
          tab: z.enum(REGISTER_TABS).optional(),
          agency: z.string().optional().meta({ description: 'Who signs, in full' }),
          year: z.string().optional().meta({ example: '2023' }),
          page: pageParameter,
        }),
      },
      responses: {
        ...json(registerDataSchema.meta({ id: 'Register' })),
        '400': problem('A parameter is wrong: `parameter` names it'),
        '404': problem('No municipality has this address'),
      },
    },
  },
  '/api/v1/documents/{name}/citations': {
    get: {
      summary: 'The same of a document named in one word',
      description: 'A 文号 in any spelling, or a municipality and a document with an encoded slash between them.',
      requestParams: { path: z.object({ name: z.string().meta({ example: '本政办发[2018]58' }) }) },
      responses: {
        ...json(citationsDataSchema),
        '300': problem('Several documents fit: `choices`'),
        '307': { description: 'To the address of the document' },
        '404': problem('No held document fits'),
      },
    },
  },
  '/api/v1/wenhao/{number}': {
    get: {
      summary: 'What is known of a number, held or not',
      requestParams: {
        path: z.object({ number: z.string().meta({ example: '国发〔2022〕22号' }) }),
        query: z.object({ page: pageParameter }),
      },
      responses: { ...json(numberDataSchema.meta({ id: 'DocumentNumber' })), '400': problem('No complete number') },
    },
  },
  '/api/v1/version': {
    get: {
      summary: 'Which version of gongbao answers',
      responses: { '200': json(versionDataSchema.meta({ id: 'Version' }))['200']! },
    },
  },
  ...feedPaths(searchParameters.omit({ sort: true, page: true })),
};

/** Makes the OpenAPI 3.1 document of `/api/v1` and of the feeds from their schemas. */
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
