/** The greatest value of an `int4`, PostgreSQL's integer. */
const GREATEST = 2 ** 31 - 1;

/** Gives a number that fits an `int4`: a greater serial is stored nowhere, and may be any other. */
export const toInt4 = (value: number): number => Math.min(value, GREATEST);
