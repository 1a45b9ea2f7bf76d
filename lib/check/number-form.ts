/** How a 文号 is written against the standard: 示政办发〔2018〕58号 (GB/T 9704—2012, 7.2.5). */

interface FormRule {
  slip: string;
  /** The number as it is written, blanks kept. */
  applies: (written: string) => boolean;
}

const open = '[〔﹝[［【(（〈《<＜{｛]';
const close = '[〕﹞\\]］】)）〉》>＞}｝]';
const figure = '[\\d０-９]';
const dash = '[-－—–]';
const whole = new RegExp(`${open}\\s*(?:${figure}{2,4}|[〇○零一二三四五六七八九]{2,4})\\s*年?\\s*${close}`);

/** 〔2022〕示政发9号, 2022年示政发9号 */
const isYearFirst = new RegExp(
  `^(?:${open}\\s*${figure}{2,4}\\s*年?\\s*${close}|${figure}{4}\\s*年)\\s*[\\u3400-\\u9fffA-Za-z]`,
);
/** 示政发9号〔2022〕 */
const isYearLast = new RegExp(`号\\s*${open}\\s*${figure}{4}\\s*年?\\s*${close}$`);

/** One row for each slip; the words for it stand in components/check. */
const rules = [
  { slip: 'brackets', applies: (written) => whole.test(written) && !/〔[^〔〕]*〕/.test(written) },
  { slip: 'noBrackets', applies: (written) => !whole.test(written) },
  { slip: 'order', applies: (written) => isYearFirst.test(written) || isYearLast.test(written) },
  { slip: 'shortYear', applies: (written) => new RegExp(`${open}\\s*${figure}{2}\\s*年?\\s*${close}`).test(written) },
  { slip: 'yearWord', applies: (written) => new RegExp(`${figure}\\s*年\\s*${close}`).test(written) },
  { slip: 'ordinal', applies: (written) => new RegExp(`${close}\\s*第`).test(written) },
  { slip: 'dash', applies: (written) => new RegExp(`${close}\\s*${dash}`).test(written) },
  {
    slip: 'zeros',
    applies: (written) => new RegExp(`(?:${close}\\s*${dash}?|${figure}\\s*${dash})\\s*第?\\s*[0０]`).test(written),
  },
  { slip: 'fullWidth', applies: (written) => /[０-９]/.test(written) },
  { slip: 'hanNumerals', applies: (written) => /[〇○零一二三四五六七八九十百](?:\s*[〕\])］）】号]|$)/.test(written) },
  { slip: 'blanks', applies: (written) => /[\s\u200b\u2060\u00ad]/.test(written) },
  { slip: 'noMark', applies: (written) => !written.endsWith('号') && !isYearLast.test(written) },
] as const satisfies readonly FormRule[];

/** A slip in the form of a number. */
export type FormSlip = (typeof rules)[number]['slip'];

/**
 * Lists where a number is not written as the standard has it.
 * @param written with code, year and serial; blanks kept
 * @returns the slips in the order of `rules`
 */
export const listFormSlips = (written: string): FormSlip[] =>
  rules.filter(({ applies }) => applies(written)).map(({ slip }) => slip);
