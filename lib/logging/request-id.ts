import { randomBytes } from 'node:crypto';

/** The header that names a request, from front to renderer and back. */
export const REQUEST_ID_HEADER = 'x-request-id';

/**
 * Hexadecimal digits in one group or several, and ULIDs. So nginx ($request_id), Envoy and whoever
 * takes UUIDs make them; words are none of these, where a front hands on what a reader has sent.
 */
const WELL_FORMED = /^(?=.{16,64}$)[0-9a-f]{8,}(?:-[0-9a-f]{4,})*$|^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;

/** Tests whether a header may be logged and sent on as a request's name. */
export const isRequestId = (value: unknown): value is string => typeof value === 'string' && WELL_FORMED.test(value);

const PREFIX = randomBytes(6).toString('hex');
let count = 0;

/** Makes a name for a request: `5f0c9be1d2a7-01a4`, process and count. */
export const makeRequestId = (): string => `${PREFIX}-${(count++).toString(16).padStart(4, '0')}`;
