/** How a 文号 is written against the standard: 示政办发〔2018〕58号 (GB/T 9704—2012, 7.2.5). */

interface FormRule {
  slip: string;
  /** The number as it is written, blanks kept. */
  isMet: (written: string) => boolean;
}

const open = '[〔﹝[［【(（〈《<＜{｛]';
const close = '[〕﹞\\]］】)）〉》>＞}｝]';
const figure = '[\\d０-９]';
const dash = '[-－—–]';
const whole = new RegExp(`${open}\\s*(?:${figure}{2,4}|[〇○零一二三四五六七八九]{2,4})\\s*年?\\s*${close}`);

/** A new slip is a new row, and its words in components/check. */
const rules = [
  { slip: 'brackets', isMet: (written) => whole.test(written) && !/〔[^〔〕]*〕/.test(written) },
  { slip: 'noBrackets', isMet: (written) => !whole.test(written) },
  { slip: 'shortYear', isMet: (written) => new RegExp(`${open}\\s*${figure}{2}\\s*年?\\s*${close}`).test(written) },
  { slip: 'yearWord', isMet: (written) => new RegExp(`${figure}\\s*年\\s*${close}`).test(written) },
  { slip: 'ordinal', isMet: (written) => new RegExp(`${close}\\s*第`).test(written) },
  { slip: 'dash', isMet: (written) => new RegExp(`${close}\\s*${dash}`).test(written) },
  {
    slip: 'zeros',
    isMet: (written) => new RegExp(`(?:${close}\\s*${dash}?|${figure}\\s*${dash})\\s*第?\\s*[0０]`).test(written),
  },
  { slip: 'fullWidth', isMet: (written) => /[０-９]/.test(written) },
  { slip: 'hanNumerals', isMet: (written) => /[〇○零一二三四五六七八九十百](?:\s*[〕\])］）】号]|$)/.test(written) },
  { slip: 'blanks', isMet: (written) => /[\s\u200b\u2060\u00ad]/.test(written) },
  { slip: 'noMark', isMet: (written) => !written.endsWith('号') },
] as const satisfies readonly FormRule[];

/** What may be wrong with the form of a number. */
export type FormSlip = (typeof rules)[number]['slip'];

/**
 * Takes a number as it is written, with code, year and serial; gives what the standard has
 * otherwise, in the order of the number.
 */
export const listFormSlips = (written: string): FormSlip[] =>
  rules.filter(({ isMet }) => isMet(written)).map(({ slip }) => slip);
