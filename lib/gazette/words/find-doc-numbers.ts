import { hasLeadIn, readAgencyCode } from './agency-codes';
import {
  codeLetters,
  longYear,
  makeDocNumber,
  numberDigit,
  readBracketYear,
  shortYear,
  yearBracket,
} from './doc-number';
import { leadInLength } from './lead-in-words';
import { findNamedNumbers } from './named-numbers';
import { expandSeries, joinRanges, readSeries } from './number-series';
import type { NumberMatch } from './number-series';
import { readNumeral } from './numbers';

const { open, close } = yearBracket;
const bracketedWith = (between: string): RegExp =>
  new RegExp(
    `${open} ?(${longYear}|${shortYear}) ?年? ?${close} ?[文电]? ?${between}第? ?0{0,3}(${numberDigit}{1,5})`,
    'g',
  );

/** A form in which text prints year and serial number behind an agency code. */
interface BracketedRule {
  specimen: string;
  /** Group 1 is the year, group 2 the serial number. */
  pattern: RegExp;
  /** Brackets stand around the year. */
  bracketed: boolean;
  /** Only in a text that is being written, and perhaps without 号. */
  draft: boolean;
}

/** What gazettes print, and what people type who write. */
export const bracketedRules: readonly BracketedRule[] = [
  { specimen: '示政发〔2018〕58号', pattern: bracketedWith(''), bracketed: true, draft: false },
  // A year without brackets, as old and careless texts print it.
  {
    specimen: '示政发2018年58号',
    pattern: /(\d{4}) ?(?:年 ?第?|第) ?0{0,3}(\d{1,5})(?= ?号)/g,
    bracketed: false,
    draft: false,
  },
  // The bracket stands around the serial number.
  {
    specimen: '示政发2018〔58〕号',
    pattern: /(\d{4})[〔[【]0{0,3}(\d{1,5})[〕\]】](?=号)/g,
    bracketed: true,
    draft: false,
  },
];

/** As `bracketedRules`, for a text that is being written. */
export const draftRules: readonly BracketedRule[] = [
  { specimen: '示政发〔2018〕-58', pattern: bracketedWith('(?:[-—–] ?)?'), bracketed: true, draft: true },
  bracketedRules[1]!,
  // 示政发2018-58, 示政发2018 58号; but 2018-5-8 is a day.
  {
    specimen: '示政发2018-58',
    pattern: /(\d{4})(?: (?=\d{1,5} ?号)| ?[-—–] ?)0{0,3}(\d{1,5})(?!\d| ?[-—–] ?\d)/g,
    bracketed: false,
    draft: true,
  },
];

/**
 * Finds every 文号 in a text, in order and without overlaps.
 * Members of a series (〔2019〕6、7号) are found one by one, a range as one.
 * @param folded folded text (one unit for one): spans hold for the untouched text too
 * @param known agency codes met at unmistakable places of the same source
 * @param draft the text is being written: a number may lack its 号 or its brackets
 */
export function findDocNumbers(folded: string, known: ReadonlySet<string>, draft = false): NumberMatch[] {
  const rules = draft ? draftRules : bracketedRules;
  const bracketed = rules.flatMap((rule) =>
    [...folded.matchAll(rule.pattern)].flatMap((match) => readBracketed(folded, rule, match, known)),
  );
  const all = [...findNamedNumbers(folded), ...findOldForms(folded), ...bracketed].sort(
    (one, other) => one.start - other.start,
  );
  const kept: NumberMatch[] = [];
  for (const number of all) if (number.start >= (kept.at(-1)?.end ?? 0)) kept.push(number);
  return joinRanges(folded, kept);
}

/** 示农(人)字〔2019〕6号: the code names a section of the office; it is 示农人字. */
const bracketedCode = new RegExp(
  `(?<code>[${codeLetters}]{1,4}\\([${codeLetters}]{1,4}\\)[字发函办规]) ?${open} ?(?<year>${longYear}|${shortYear}) ?年? ?${close} ?第? ?0{0,3}(?<serial>${numberDigit}{1,5}) ?号`,
  'g',
);

/** (94)示财字第20号, 〔2000〕示房改办字第132号: the year first, as until the nineties. */
const yearFirst = new RegExp(
  `${open} ?(?<year>${longYear}|${shortYear}) ?年? ?${close} ?(?<code>[${codeLetters}]{1,15}[字发函办规通]) ?第? ?0{0,3}(?<serial>${numberDigit}{1,5}) ?号`,
  'g',
);

/** Finds forms of which the year, or a bracket in the code, is the sign. */
function findOldForms(text: string): NumberMatch[] {
  return [...text.matchAll(yearFirst), ...text.matchAll(bracketedCode)].flatMap((match) => {
    const { year: yearText = '', code = '', serial: serialText = '' } = match.groups ?? {};
    const [year, serial] = [readBracketYear(yearText), readNumeral(serialText)];
    // 示政发〔2020〕号 has its code in front.
    const before = runBefore(text, match.index);
    const isCode = before.end > before.start && leadInLength(text.slice(before.start, before.end)) < 2;
    if (!year || !serial || isCode) return [];
    if (hasLeadIn(code)) return []; // 根据示农(人)字: where the code begins is not sure
    const docNumber = makeDocNumber({ form: 'bracketed', agencyCode: code.replace(/[()]/g, ''), year, serial });
    return [{ start: match.index, end: match.index + match[0].length, docNumber, guessed: false }];
  });
}

/** The numbers that a match begins: none where no code stands in front, several of a series. */
function readBracketed(
  text: string,
  { bracketed, draft }: BracketedRule,
  match: RegExpExecArray,
  known: ReadonlySet<string>,
): NumberMatch[] {
  const year = readBracketYear(match[1]!);
  const serial = readNumeral(match[2]!);
  if (!year || !serial) return [];
  const run = runBefore(text, match.index);
  const before = text[run.start - 1] ?? '';
  const begins = /[(〔[【《》"“‘|]/.test(before) ? 'bracket' : /^$|[,;。、: ]/.test(before) ? 'comma' : 'none';
  const reading = readAgencyCode(text.slice(run.start, run.end), begins, known);
  if (!reading) return [];
  const { code, how } = reading;
  const sure = how === 'known' || how === 'shape';
  if (!bracketed && (!sure || /(?:公告|通告|令)$/.test(code))) return [];
  if (match[1]!.length === 2 && !sure && how !== 'bounded') return [];
  const series = readSeries(text, match.index + match[0].length, draft && how !== 'guess');
  if (!series) return [];
  const number = { form: 'bracketed' as const, agencyCode: code, year, serial };
  return expandSeries(run.end - code.length, number, series, how === 'guess');
}

const longestRun = 40;

/** The run of Han characters and letters that ends at a place, blanks behind it left out. */
function runBefore(text: string, end: number): { start: number; end: number } {
  let stop = end;
  while (stop > 0 && text[stop - 1] === ' ') stop--;
  let start = stop;
  while (start > 0 && stop - start < longestRun && /[\u3400-\u9fffA-Za-z]/.test(text[start - 1]!)) start--;
  return { start, end: stop };
}
