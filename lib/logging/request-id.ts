import { randomBytes } from 'node:crypto';

/** The header that names a request, from the front to the renderer and back to the reader. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** As nginx ($request_id), HAProxy and others make them; nothing that one would type. */
const WELL_FORMED = /^[\w-]{8,64}$/;

/** Tests whether a header names a request in a form that may be logged and sent on. */
export const isRequestId = (value: unknown): value is string => typeof value === 'string' && WELL_FORMED.test(value);

const PREFIX = randomBytes(6).toString('hex');
let count = 0;

/** Makes a name for a request: `5f0c9be1d2a7-1z4`, the process and how many it has had. */
export const makeRequestId = (): string => `${PREFIX}-${(count++).toString(36).padStart(4, '0')}`;
