import { han } from './chars';
import { hanNumeral } from './numbers';

// Numbers as people type them, brought into the order in which gazettes print them. Prints never
// need this, so the parser does not use it.

interface DressRule {
  specimen: string;
  pattern: RegExp;
  /** What is printed instead, as for String.replace. */
  printed: string;
}

const open = '[〔﹝\\[(【〖〈《<{“„「『]';
const close = '[〕﹞\\])】〗〉》>}”‟」』]';
const digit = `[\\d${hanNumeral}○]`;
const year = `(?:[12]\\d{3}|[12一二][${hanNumeral}○◯OolI\\d]{3}|\\d{2})`;
const serial = `(?:\\d{1,5}|[${hanNumeral}]{1,6})`;
/** Ends of codes; 规 is also in 规划, which no number follows at once. */
const code = `[${han}A-Za-z]{1,14}[发函办规字通任秘电令]`;

/** Every row is applied once, in this order. */
export const dressRules: readonly DressRule[] = [
  {
    specimen: '(九四)示政发第5号',
    pattern: new RegExp(
      `${open} ?(九[〇零一二三四五六七八九]) ?年? ?${close}(?= ?(?:字|第|${digit}|${code} ?第? ?${serial} ?号))`,
      'g',
    ),
    printed: '〔一九$1〕',
  },
  // No. and № where gazettes print 第.
  {
    specimen: '示例市人民政府令 No.5',
    pattern: new RegExp(`(?<=[令告字〕]) ?(?:no|№)[.:]? ?(\\d{1,5}) ?号?`, 'gi'),
    printed: '第$1号',
  },
  // Brackets of any kind, of two kinds, with blanks inside.
  {
    specimen: '示政发「2023」5号',
    pattern: new RegExp(`${open} ?(${year}) ?年? ?${close}(?= ?(?:字|第| |${digit}|[Il]))`, 'g'),
    printed: '〔$1〕',
  },
  { specimen: '示政发〔20235号', pattern: /[〔[(【「]([12]\d{3})(\d{1,4})(?= ?号)/g, printed: '〔$1〕$2' },
  { specimen: '示政发〔2023〕字第5号', pattern: /〕 ?字 ?第? ?(?=\d)/g, printed: '〕' },
  { specimen: '示政发〔2023〕I5号', pattern: /(?<=〕 ?第? ?\d{0,3})[Il|](?=[\dIl|]{0,4} ?号)/g, printed: '1' },
  {
    specimen: '示政发5号〔2023〕',
    pattern: new RegExp(`(${code}) ?第? ?(${serial}) ?号 ?[〔[(【「] ?([12]\\d{3}) ?年? ?[〕\\])】」]`, 'g'),
    printed: '$1〔$3〕$2号',
  },
  {
    specimen: '2023年示政发5号',
    pattern: new RegExp(`([12]\\d{3})年 ?(${code}) ?第? ?(${serial})号`, 'g'),
    printed: '$2〔$1〕$3号',
  },
];

/** A text with its numbers as gazettes print them, and where each unit was typed. */
export interface StraightText {
  text: string;
  /** Position in the typed text of each UTF-16 unit, and of the end. */
  offsets: readonly number[];
}

/** Writes the numbers of a folded, simplified text as gazettes print them. */
export const straightenNumbers = (folded: string): string => straightenWithOffsets(folded).text;

/** Writes numbers as gazettes print them, and tells where they were typed. */
export const straightenWithOffsets = (folded: string): StraightText =>
  dressRules.reduce(applyRule, { text: folded, offsets: Array.from({ length: folded.length + 1 }, (_, at) => at) });

function applyRule({ text, offsets }: StraightText, { pattern, printed }: DressRule): StraightText {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return { text, offsets };
  let straight = '';
  const places: number[] = [];
  let end = 0;
  const keepUntil = (next: number) => {
    for (; end < next; end++) {
      straight += text[end]!;
      places.push(offsets[end]!);
    }
  };
  for (const match of matches) {
    const typed = match[0].length;
    const written = printed.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    keepUntil(match.index);
    straight += written;
    for (let at = 0; at < written.length; at++) places.push(offsets[match.index + Math.min(at, typed - 1)]!);
    end += typed;
  }
  keepUntil(text.length);
  return { text: straight, offsets: [...places, offsets[end]!] };
}
