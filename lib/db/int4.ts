/** The greatest value of an `int4`, PostgreSQL's integer. */
const GREATEST = 2 ** 31 - 1;

/**
 * Limits a number to the range of an `int4`.
 *
 * No stored serial is greater, so nothing is found by the limit either.
 */
export const toInt4 = (value: number): number => Math.min(value, GREATEST);
