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

/** Writes the numbers of a folded, simplified text as gazettes print them. */
export const straightenNumbers = (folded: string): string =>
  dressRules.reduce((text, { pattern, printed }) => text.replace(pattern, printed), folded);
