import { z } from 'zod';
import { printedName, type PathStep } from '@/lib/gazette';
import { decodeStrictly } from '@/lib/addresses/pattern';
import { isSlug } from '@/lib/addresses/route-params';
import { readLink } from '@/lib/addresses/routes';
import { VALIDITY_STATES } from '@/lib/validity/validity';

/** What a link leads to, where a few lines can show it. */
export type PeekTarget =
  | { kind: 'document'; municipality: string; document: string; address: string | null }
  | { kind: 'number'; spelling: string };

const LONGEST_LINK = 4000;

/**
 * Reads what a link leads to (`/benxi/benzhengfa-2022-6#a-t12`, `/wenhao/…`).
 * @returns null for all other pages, and for any other text
 */
export const peekTargetSchema = z.string().max(LONGEST_LINK).transform(readTarget).catch(null);

function readTarget(link: string): PeekTarget | null {
  const { route, fragment } = readLink(link) ?? {};
  switch (route?.pattern) {
    case '/wenhao/[...spelling]':
      return { kind: 'number', spelling: route.params.spelling.join('/') };
    case '/[municipality]/[document]':
      return toTarget(route.params, decodeStrictly(fragment ?? ''));
    case '/[municipality]/[document]/web':
      return toTarget(route.params, null);
    case '/[municipality]/[document]/[section]':
      return toTarget(route.params, route.params.section);
    default:
      return null;
  }
}

/** Null for what is no address of a document; a section that can be none is left out. */
function toTarget(
  { municipality, document }: { municipality: string; document: string },
  section: string | null,
): PeekTarget | null {
  if (!isSlug(municipality) || !isSlug(document)) return null;
  return { kind: 'document', municipality, document, address: section !== null && isSlug(section) ? section : null };
}

const validitySchema = z.object({
  state: z.enum(VALIDITY_STATES),
  /** Number or title of the document that says so, or the source of an editorial correction. */
  by: z.string().nullable(),
  day: z.iso.date().nullable(),
});

const stepSchema = z.object({
  address: z.string(),
  kind: z.string(),
  marker: z.string(),
  heading: z.string(),
}) satisfies z.ZodType<PathStep>;

const placeSchema = stepSchema.extend({ partKind: z.string(), path: z.array(stepSchema) });

const documentPeekSchema = z.object({
  kind: z.literal('document'),
  title: z.string(),
  docNumber: z.string().nullable(),
  municipality: z.string(),
  sample: z.boolean(),
  /** 成文日期 */
  signedOn: z.iso.date().nullable(),
  validity: validitySchema,
  /** The section that the link names; null where it names none, or none that is there. */
  section: placeSchema.nullable(),
  /** What a decision did to it, in one line: 第九条已由…修改; null where none did anything. */
  clause: z.string().nullable(),
  /** First lines of that section, else of the document, as printed; empty where there are none. */
  lines: z.string(),
});

const numberPeekSchema = z.object({
  kind: z.literal('number'),
  docNumber: z.string(),
  /** How many held documents bear it: none, or several. */
  held: z.int().min(0),
  /** How many documents mention it. */
  citing: z.int().min(0),
  /** The titles it is mentioned with, the most frequent first. */
  titles: z.array(z.object({ title: z.string(), count: z.int().min(1) })),
  validity: validitySchema,
});

const endedPeekSchema = z.object({
  kind: z.literal('ended'),
  title: z.string(),
  docNumber: z.string().nullable(),
  /** What is not held any more, since when, and why. */
  statement: z.string(),
});

/**
 * What `GET /api/v1/peek?of=` answers; texts are as printed. `peek` is null where the link leads to
 * nothing that can be told in short.
 */
export const peekAnswerSchema = z.object({
  peek: z.discriminatedUnion('kind', [documentPeekSchema, numberPeekSchema, endedPeekSchema]).nullable(),
});
export type Peek = NonNullable<z.infer<typeof peekAnswerSchema>['peek']>;
export type DocumentPeek = z.infer<typeof documentPeekSchema>;
export type NumberPeek = z.infer<typeof numberPeekSchema>;
export type EndedPeek = z.infer<typeof endedPeekSchema>;

/** A stretch of a document, as the database has it. */
export interface PeekPassage extends PathStep {
  path: readonly { address: string }[];
  /** Its own text, or the beginning of that. */
  text: string;
}

/** Characters of text in a peek. */
const ENOUGH = 140;

/**
 * Takes the first lines of a document or section, as whole sentences.
 * Addressee and signature are left out, and what does not belong to the section.
 * @param stretches in the order of the document, the first being the section that is meant
 * @param meant address of that section; null for the document as a whole
 */
export function firstLines(stretches: readonly PeekPassage[], meant: string | null): string {
  let lines = '';
  for (const { address, kind, marker, heading, path, text } of stretches) {
    if (meant !== null && address !== meant && !path.some((step) => step.address === meant)) break;
    const own = kind === 'part' ? sentencesOf(text) : text;
    const name = printedName({ kind, marker, heading: headingAbove(heading, own) });
    const words = address === meant || kind === 'part' ? own : `${name} ${own}`;
    lines = `${lines} ${words}`.replace(/\s+/g, ' ').trim();
    if (lines.length >= ENOUGH) break;
  }
  return lines.length <= ENOUGH ? lines : `${lines.slice(0, ENOUGH - 1)}…`;
}

/**
 * The own text of a part begins with the addressee and ends with signature and notes, which say
 * nothing of what the document is about.
 */
const sentencesOf = (text: string): string =>
  text
    .split('\n')
    .filter((line, index) => /[。；;：:]\s*$/u.test(line) && !(index === 0 && /[：:]\s*$/u.test(line)))
    .join('\n');

/**
 * Gives the heading above a text, empty where it is the text's own first words.
 * A paragraph without a name is called by these (第十条 行动不便的老年人可以申请送餐,送餐费每单…).
 */
export function headingAbove(heading: string, text: string): string {
  const begun = text.trimStart();
  const words = heading.replace(/…$/u, '');
  if (!begun.startsWith(words)) return heading;
  // A text may begin with the word that names it: 2.1.1 指挥部, 指挥部设在广场。
  const isFirstWords = words !== heading || /^[。:：;；]?\s*(?:\n|$)/u.test(begun.slice(words.length));
  return isFirstWords ? '' : heading;
}
