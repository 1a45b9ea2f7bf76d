import { z } from 'zod';

const day = z.iso.date();
const documentSchema = z.object({
  url: z.url(),
  title: z.string(),
  docNumber: z.string().optional(),
  signedOn: day.optional(),
});

/** What a program may want to know of an entry. */
export const entryFactsSchema = z.object({
  kind: z.string().meta({ description: 'issue, document, corrected, withdrawn, cited …; more may come' }),
  label: z.string().meta({ description: 'The kind in Chinese' }),
  municipality: z.string().meta({ description: 'Its address', example: 'benxi' }),
  docNumber: z.string().optional().meta({ description: '文号 of the document, canonical' }),
  agency: z.string().optional().meta({ description: 'Who signs' }),
  signedOn: day.optional().meta({ description: '成文日期; entries are not in its order' }),
  publishedOn: day.optional().meta({ description: '刊登日期 of an issue' }),
  issue: z.object({ year: z.int(), number: z.int() }).optional(),
  aboutNumber: z.string().optional().meta({ description: 'The number that is cited, amended, repealed or extended' }),
  versions: z
    .object({ from: z.int(), to: z.int() })
    .optional()
    .meta({ description: 'Versions of a corrected document; equal where its words are the same' }),
  reason: z.string().optional().meta({ description: 'Why it was withdrawn' }),
  lastDay: day.optional().meta({ description: 'Of lapses: the last day in force' }),
  daysLeft: z.int().optional().meta({ description: 'Of lapses: 90, 30 or 0 days before the end' }),
  documents: z
    .array(documentSchema)
    .optional()
    .meta({ description: 'Documents that came or went with an issue, those that fit the feed' }),
});

/** A feed as JSON Feed 1.1. */
export const jsonFeedSchema = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('zh-Hans'),
  authors: z.array(z.object({ name: z.string() })),
  _gongbao: z.object({ updated: z.iso.datetime() }),
  items: z.array(
    z.object({
      id: z.string().meta({ description: 'For ever; two events of one document have two' }),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      date_published: z.iso.datetime().meta({ description: 'When the portal told it: the order of the feed' }),
      authors: z.array(z.object({ name: z.string() })),
      tags: z.array(z.string()),
      _gongbao: entryFactsSchema,
    }),
  ),
});
