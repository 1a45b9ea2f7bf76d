import type { TypedNumber } from '@/lib/gazette';
import { soundAlike } from '@/lib/search/text/sounds';

/** The parts of the number of a held document. */
export interface HeldNumber {
  agencyCode: string | null;
  year: number | null;
  serial: number | null;
}

/** The greatest distance of a slip: one part may be wrong, not two. */
export const SLIP_LIMIT = 1.6;

/**
 * Measures how far a held number is from a typed one.
 * @returns 0 when every typed part is the same, up to SLIP_LIMIT for one usual slip, the smaller
 * the likelier, else Infinity
 */
export function numberDistance(typed: TypedNumber, held: HeldNumber): number {
  const distance =
    partDistance(typed.agencyCode, held.agencyCode, codeDistance) +
    partDistance(typed.year, held.year, digitsDistance) +
    partDistance(typed.serial, held.serial, digitsDistance);
  return distance <= SLIP_LIMIT ? distance : Infinity;
}

function partDistance<Part>(
  typed: Part | undefined,
  held: Part | null,
  distance: (typed: Part, held: Part) => number,
): number {
  if (typed === undefined) return 0;
  // An order that is numbered without years was typed with one.
  return held === null ? 0.5 : distance(typed, held);
}

// Costs of a slip in a code: the likelier, the lower.
const OFFICE_WORD = 0.4; // 示政发 for 示政办发
const LEFT_OUT = 0.6; // 示政办 for 示政办发
const SOUND = 0.6; // 示政办法 for 示政办发
const WRONG = 1;
const WRONG_PLACE = 1.4; // 例政办发 for 示政办发: more often another city than a slip
const SHORT_NAME = 0.8; // 市政府令 for 示例市人民政府令

/**
 * Measures how far two agency codes are apart.
 * @returns 0, the cost of a slip, or Infinity
 */
export function codeDistance(typed: string, held: string): number {
  if (typed === held) return 0;
  const [one, other] = [[...typed], [...held]];
  const start = commonStart(one, other);
  const end = commonStart(one.slice(start).reverse(), other.slice(start).reverse());
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length + right.length === 1) return left[0] === '办' || right[0] === '办' ? OFFICE_WORD : LEFT_OUT;
  if (left.length === 1 && right.length === 1) {
    if (soundAlike(left[0]!, right[0]!)) return SOUND;
    return start === 0 ? WRONG_PLACE : WRONG;
  }
  if (left.join('') === [...right].reverse().join('') && left.length === 2) return WRONG;
  return isShortName(one, other) || isShortName(other, one)
    ? SHORT_NAME + 0.01 * Math.abs(one.length - other.length)
    : Infinity;
}

function commonStart(one: string[], other: string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/**
 * Whether a code is a short form of another: 市政府令, 政府令 or 令 of 示例市人民政府令. Its characters stand in
 * the other in the same order, the last one at the end.
 */
function isShortName(short: string[], long: string[]): boolean {
  if (short.at(-1) !== long.at(-1)) return false;
  let at = -1;
  return short.every((character) => (at = long.indexOf(character, at + 1)) >= 0);
}

/**
 * Measures how far two numbers are apart.
 * @returns 0 for the same, 1 for one of slipsOf, else Infinity
 */
function digitsDistance(typed: number, held: number): number {
  if (typed === held) return 0;
  return slipsOf(typed).includes(held) ? 1 : Infinity;
}

/**
 * Lists the numbers that are one slip away from a positive number, ascending.
 *
 * A slip is one digit that is wrong, missing or too many, or two adjacent digits exchanged. None
 * has a leading zero.
 */
export function slipsOf(value: number): number[] {
  const digits = String(value);
  const slips = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    const [before, after] = [digits.slice(0, at), digits.slice(at)];
    if (after.length > 1 || (after.length === 1 && before !== '')) slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (let digit = 0; digit <= 9; digit++) {
      slips.add(before + String(digit) + after);
      if (after !== '') slips.add(before + String(digit) + after.slice(1));
    }
  }
  slips.delete(digits);
  return [...slips]
    .filter((slip) => !slip.startsWith('0') && slip.length <= 6)
    .map(Number)
    .sort((one, other) => one - other);
}
