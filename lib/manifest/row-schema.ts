import { z } from 'zod';
import { readDocNumber } from '@/lib/gazette';

/** What nobody types and what a page or a terminal would obey: control and direction characters. */
const OBEYED = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/u;
/** Excel writes a text that looks like a number so, to keep it as it is: ="000014349" */
const GUARDED = /^="(.*)"$/s;
const DAMAGED = /^\d(?:\.\d+)?E\+\d+$/i;

/** Joins the lines of a cell: Chinese words stand together without a blank. */
function cleanCell(written: string): string {
  const inside = GUARDED.exec(written.trim())?.[1] ?? written;
  return inside
    .normalize('NFC')
    .replace(/(?<=[\p{Script=Han}\p{P}])\s*[\r\n]+\s*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

const cell = (most: number) =>
  z
    .string()
    .transform(cleanCell)
    .pipe(
      z
        .string()
        .max(most, `is longer than ${most} characters`)
        .refine((written) => !OBEYED.test(written), 'holds a control character: take it out'),
    );

/** A cell that may be empty; null then. A dash says the same. */
const optional = (most: number) =>
  cell(most)
    .transform((written) => (/^(?:|[-—–/]+|无|null|n\/a)$/iu.test(written) ? null : written))
    .optional()
    .transform((written) => written ?? null);

/** Longest path of a file, and of a web address. */
const LONGEST_PATH = 1000;
const LONGEST_URL = 2000;

const file = cell(LONGEST_PATH)
  .transform((written) => written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''))
  .refine((written) => written !== '', 'is empty: name the text that the row is about')
  .refine(
    (written) => !written.split('/').includes('..'),
    'leads out of the folder: name texts in the folder of the manifest, or below it',
  );

const docNumber = optional(200).transform((written) =>
  written === null ? null : (readDocNumber(written)?.canonical ?? written),
);

const indexNumber = optional(200).refine(
  (written) => written === null || !DAMAGED.test(written),
  'was turned into a rounded number by a table program: give the column the format “text” and type it again',
);

const DAY =
  /^(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})|年(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<mm>\d{2})(?<dd>\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads a day in the forms that table programs write; undefined for anything else. */
function readDay(written: string): string | undefined {
  const groups = DAY.exec(written.replace(/\s*([年月日])\s*/g, '$1').trim())?.groups;
  if (!groups) return undefined;
  const [month, day] = [groups['month'] ?? groups['m'] ?? groups['mm'], groups['day'] ?? groups['d'] ?? groups['dd']];
  const text = [groups['year']!, month!.padStart(2, '0'), day!.padStart(2, '0')].join('-');
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isDay && text >= '1900' && text < '2200' ? text : undefined;
}

const day = optional(60).transform((written, context) => {
  if (written === null) return null;
  const read = readDay(written);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: `“${written}” is no day: write it like 2023-05-01` });
  return z.NEVER;
});

const url = optional(LONGEST_URL).transform((written, context) => {
  if (written === null) return null;
  const read = URL.canParse(written) ? new URL(written) : null;
  const isWeb = read !== null && /^https?:$/.test(read.protocol) && /^https?:\/\//i.test(written);
  if (isWeb && read.username === '' && read.password === '' && read.href.length <= LONGEST_URL) return read.href;
  context.addIssue({
    code: 'custom',
    message: `“${written.slice(0, 80)}” is no address of a page: write it whole, like https://www.example.gov.cn/1.html`,
  });
  return z.NEVER;
});

/** The cells of a row by their columns; those that are left out are empty. */
export const rowSchema = z.object({
  file,
  title: optional(1000),
  docNumber,
  indexNumber,
  topic: optional(200),
  validity: optional(30),
  signedOn: day,
  publishedOn: day,
  url,
});
