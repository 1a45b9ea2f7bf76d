import { z } from 'zod';
import { readDocNumber } from '@/lib/gazette';
import { normalise } from '@/lib/search/text/normalise';
import type { EntryContent } from './entry';

const ADDRESS = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const NUMBER_ADVICE = 'is no complete number: write it like 示政发〔2023〕1号';
const NAME_ADVICE =
  'names no document: write its number like 示政发〔2023〕1号, or its address like shili/shizhengfa-2023-1';

const words = z
  .string()
  .trim()
  .min(1, 'is empty: write it, or take the line out')
  .max(500, 'is longer than 500 characters')
  .refine(isStorable, 'holds U+0000 or half a character, which no database stores: take it out');

function isStorable(written: string): boolean {
  return !/[\0\p{Cs}]/u.test(written);
}

/** Any complete spelling of a number; becomes the canonical one. */
const docNumber = words.transform((written, context) => {
  const canonical = readDocNumber(written)?.canonical;
  if (canonical !== undefined) return canonical;
  context.addIssue({ code: 'custom', message: `“${written}” ${NUMBER_ADVICE}` });
  return z.NEVER;
});

/** A number, or the path of the document's page. */
const documentName = words.transform((written, context) => {
  const address = written.replace(/^\//, '');
  if (ADDRESS.test(address)) return address;
  const canonical = readDocNumber(written)?.canonical;
  if (canonical !== undefined) return canonical;
  context.addIssue({ code: 'custom', message: `“${written}” ${NAME_ADVICE}` });
  return z.NEVER;
});

const sectionAddress = words.regex(
  /^[A-Za-z0-9.-]+$/,
  'is no address of a section: it stands behind # in the link of the section, such as a-2.3',
);
const day = words.refine(isDay, 'is no day: write it like 2023-05-01');

function isDay(written: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

const citation = z
  .strictObject({ in: documentName, section: sectionAddress.optional(), words, means: documentName, source: words })
  .transform(({ in: about, section, words: printed, means, source }): EntryContent => ({
    kind: 'citation',
    about,
    section: section ?? null,
    printed,
    meant: means,
    day: null,
    source,
  }));

const misprint = z
  .strictObject({ printed: docNumber, right: docNumber, in: documentName.optional(), source: words })
  .refine(({ printed, right }) => printed !== right, { path: ['right'], message: 'is the very number that is printed' })
  .transform(({ printed, right, in: about, source }): EntryContent => ({
    kind: 'misprint',
    about: about ?? null,
    section: null,
    printed,
    meant: right,
    day: null,
    source,
  }));

const repeal = z
  .strictObject({ document: documentName, by: documentName, day: day.optional(), source: words })
  .refine(({ document, by }) => document !== by, { path: ['by'], message: 'is the very document that is repealed' })
  .transform(({ document, by, day: from, source }): EntryContent => ({
    kind: 'repeal',
    about: document,
    section: null,
    printed: null,
    meant: by,
    day: from ?? null,
    source,
  }));

/** A list may be left out, or stand without entries. */
const listOf = <Entry extends z.ZodType<EntryContent>>(entry: Entry) =>
  z.preprocess((value) => (value === '' || value === null || value === undefined ? [] : value), z.array(entry));

/** A corrections file: three lists of entries. */
export const correctionsSchema = z.strictObject({
  citations: listOf(citation),
  misprints: listOf(misprint),
  repeals: listOf(repeal),
});

/** Gives a key that two entries share when they correct the same thing. */
export const correctionKey = ({ kind, about, section, printed, meant }: EntryContent): string =>
  JSON.stringify([kind, about, section, kind === 'repeal' ? meant : normalise(printed ?? '')]);
