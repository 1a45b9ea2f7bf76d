import { readDocNumber, type TypedNumber } from '@/lib/gazette';
import { simplifyAll } from '@/lib/search/text/traditional';

/** A year or a serial alone. */
const ALONE: readonly (readonly [RegExp, (digits: number) => TypedNumber])[] = [
  [/^〔?\[?((?:19|20)\d\d)\]?〕?年?$/, (year) => ({ year })],
  [/^第?(\d{1,4})号?$/, (serial) => ({ serial })],
];

/**
 * Reads the text of the search box as a number, finished or not. Never throws.
 *
 * Unlike `readDocNumber` it reads traditional characters, and a year or a serial alone.
 * @returns null when it is none
 */
export function readTypedNumber(typed: string): TypedNumber | null {
  const text = simplifyAll(typed);
  const whole = readDocNumber(text);
  if (whole) return whole;
  const digits = text.normalize('NFKC').replace(/\s/g, '');
  for (const [pattern, read] of ALONE) {
    const value = Number(pattern.exec(digits)?.[1]);
    if (value > 0) return read(value);
  }
  return null;
}
