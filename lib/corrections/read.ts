import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { CorrectionEntry, CorrectionProblem } from './entry';
import { findExcess } from './limits';
import { correctionsSchema, correctionKey } from './schema';

/**
 * Reads the text of a corrections file. Never throws.
 * @returns entries in the order of their kinds, and no problem; or problems, and no entry
 */
export function readCorrections(text: string): { entries: CorrectionEntry[]; problems: CorrectionProblem[] } {
  const { entries, problems } = readAll(text);
  return { entries, problems: shorten(problems) };
}

const mostProblems = 100;

/** Lists the first problems, and counts the others. */
function shorten(problems: CorrectionProblem[]): CorrectionProblem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return problems;
  const { line } = problems[mostProblems]!;
  const reason = `there ${more === 1 ? 'is one problem' : `are ${more} problems`} more from here on. Mend those above first`;
  return [...problems.slice(0, mostProblems), { line, reason }];
}

function readAll(text: string): { entries: CorrectionEntry[]; problems: CorrectionProblem[] } {
  const excess = findExcess(text);
  if (excess) return { entries: [], problems: [excess] };
  const wide = listWideColons(text);
  if (wide.length > 0) return { entries: [], problems: wide };
  const lines = new LineCounter();
  // Failsafe: every value is the words that stand there. Otherwise section 1.10 would be the number
  // 1.1.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { entries: [], problems: broken.map((error) => describeYaml(error, lines)) };
  let value: unknown;
  try {
    value = document.contents === null ? {} : document.toJS();
  } catch (error) {
    return {
      entries: [],
      problems: [{ line: 1, reason: `it cannot be read (${(error as Error).message}). Write every entry out` }],
    };
  }
  const lineOf = lineFinder(document, lines);
  const stands = (path: readonly PropertyKey[]): boolean => document.hasIn(path);
  const parsed = correctionsSchema.safeParse(value === '' ? {} : value);
  if (!parsed.success)
    return {
      entries: [],
      problems: inOrder(parsed.error.issues.flatMap((issue) => describeIssue(issue, lineOf, stands))),
    };
  const entries = Object.entries(parsed.data).flatMap(([list, said]) =>
    said.map((entry, index) => ({ ...entry, line: lineOf([list, index]) })),
  );
  const problems = listDoubles(entries);
  return problems.length > 0 ? { entries: [], problems } : { entries, problems };
}

const inOrder = (problems: CorrectionProblem[]): CorrectionProblem[] =>
  problems.sort((one, other) => one.line - other.line);

type LineOf = (path: readonly PropertyKey[]) => number;

/**
 * Makes the function that gives the line of a path in the file: that of its key or value, else of
 * the nearest value around it.
 */
function lineFinder(document: Document, lines: LineCounter): LineOf {
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === last) : undefined;
      const node = isPair(pair) ? pair.key : document.getIn(path.slice(0, length), true);
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      if (range) return lines.linePos(range[0]!).line;
    }
    return 1;
  };
}

/**
 * Lists keys followed by a full-width colon, the usual slip at a Chinese keyboard: YAML would read
 * such a line as part of the value above it.
 */
const listWideColons = (text: string): CorrectionProblem[] =>
  text
    .split('\n')
    .flatMap((written, index) =>
      /^\s*(?:-\s+)?[a-z]+\s*：/.test(written)
        ? [{ line: index + 1, reason: 'a key is followed by “：”. Write the colon “:” and a blank' }]
        : [],
    );

function describeYaml({ pos, message, code }: YAMLError, lines: LineCounter): CorrectionProblem {
  const { line } = lines.linePos(pos[0]);
  if (code === 'DUPLICATE_KEY')
    return { line, reason: 'this key stands here twice. Begin each entry with “- ”, and name each list once' };
  const said = message.split('\n')[0]!.replace(/\.$/, '');
  return { line, reason: `this is no YAML (${said}). Compare it with prisma/sample-corpus/corrections.yml` };
}

const KEYS: Record<string, string> = {
  '': 'citations, misprints and repeals',
  citations: 'in, section, words, means and source',
  misprints: 'printed, right, in and source',
  repeals: 'document, by, day and source',
};

function describeIssue(
  issue: z.core.$ZodIssue,
  lineOf: LineOf,
  stands: (path: readonly PropertyKey[]) => boolean,
): CorrectionProblem[] {
  const { path } = issue;
  const key = String(path.at(-1) ?? '');
  const list = String(path[0] ?? '');
  const known = `Known are ${KEYS[list] ?? KEYS['']!}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((unknown) => ({
      line: lineOf([...path, unknown]),
      reason: `“${unknown}” is not known here. ${known}`,
    }));
  const line = lineOf(path);
  if (issue.code !== 'invalid_type') return [{ line, reason: `${key} ${issue.message}` }];
  if (path.length === 0) return [{ line, reason: `the file wants lists of entries, each below its name. ${known}` }];
  if (path.length === 1) return [{ line, reason: `“${key}” holds no list. Begin each entry below it with “- ”` }];
  if (path.length === 2) return [{ line, reason: `this is no entry. ${known}` }];
  if (!stands(path)) return [{ line, reason: `“${key}” is missing. Add it: every entry wants it` }];
  return [{ line, reason: `“${key}” holds more than words. Write words behind it on one line` }];
}

/** Lists entries that correct the same thing as an earlier one, whether they agree or not. */
function listDoubles(entries: readonly CorrectionEntry[]): CorrectionProblem[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry) => {
    const before = first.get(correctionKey(entry));
    if (before === undefined) first.set(correctionKey(entry), entry.line);
    return before === undefined
      ? []
      : [{ line: entry.line, reason: `the same is corrected in line ${before} already. Keep one of them` }];
  });
}
