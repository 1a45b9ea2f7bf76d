/** An error as the log shows it. It has nothing that a reader may have typed. */
export interface DescribedError {
  /** `DatabaseUnavailable`, `TypeError` */
  name: string;
  /** `ECONNREFUSED`, `57014` (SQLSTATE), `P2010` (Prisma) */
  code?: string;
  /** The message, where messages of this kind never have words of readers. */
  says?: string;
  /** By which the page that a reader saw is found: 差错编号. */
  digest?: string;
  cause?: DescribedError;
}

/** How many causes behind each other are described. */
const DEPTH = 4;
/** Frames of a stack that are shown. */
const FRAMES = 12;

/**
 * Messages without words of readers, whole. Every other message is left out: many quote what could
 * not be read (`"…" is not valid JSON`, `invalid input syntax for type date: "…"`).
 */
const SAYABLE = [
  // Ours.
  /^The database gave no answer in \d+ ms\.$/,
  /^The database (?:does|did) not answer(?: a renderer)?\.$/,
  /^The database (?:is|has gone) away\.$/,
  /^The database of the search does not answer\.$/,
  /^The database has no revision: its table "Portal" is empty\.$/,
  /^The search took too long\.$/,
  /^The answer took too long\.$/,
  /^Too many statements wait for a connection\.$/,
  /^(?:A renderer did not answer|The answer of a renderer broke off|The reader has left)\.$/,
  /^(?:Too much is waiting|Nobody waits any more|What is held changed while the answer was made)\.$/,
  // Of a document that is held.
  /^The stored tree of [a-z0-9./-]+ is (?:of version \d+|no tree); [\w `.:,;…-]+$/,
  // pg and its pool.
  /^Connection terminated(?: unexpectedly| due to connection timeout)?$/,
  /^(?:timeout expired|Query read timeout|timeout exceeded when trying to connect)$/,
  /^Client (?:was closed and is not queryable|has encountered a connection error and is not queryable)$/,
  /^Cannot use a pool after calling end on the pool$/,
  /^(?:The server does not support SSL connections|self-signed certificate(?: in certificate chain)?)$/,
  // Node, undici and V8.
  /^(?:socket hang up|other side closed|terminated|fetch failed|aborted|This operation was aborted)$/,
  /^(?:Headers|Body|Connect) Timeout Error$/,
  /^The operation was aborted(?: due to timeout)?$/,
  /^(?:Maximum call stack size exceeded|Invalid array length|Invalid string length|Array buffer allocation failed)$/,
];

/** Beginnings after which a message names what it is about. */
const SAYABLE_BEGINNINGS = [/^Cannot (?:read|set) properties of (?:undefined|null)/, /^Connect Timeout Error/];

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
/**
 * Connection, transaction state, access, no such database, conflicts, names and rights, resources,
 * limits, state of the server. Messages of data exceptions (22) and of constraints quote values.
 */
const SAYABLE_STATES = /^(?:08|25|28|3D|40|42|53|54|55|57|58)/;

/** Describes what was thrown, without anything that a reader may have typed. */
export function harmlessError(thrown: unknown, depth = DEPTH): DescribedError {
  if (typeof thrown !== 'object' || thrown === null) return { name: typeof thrown };
  const error = thrown as Record<string, unknown>;
  const code = textOf(error.code, /^[A-Z0-9_]{2,50}$/) ?? textOf(error.originalCode, /^[0-9A-Z]{5}$/);
  const digest = textOf(error.digest, /^(?:\d{1,20}|gongbao-unavailable)$/);
  const says = sayableMessage(error, code);
  const cause = causeOf(error);
  return {
    name: textOf(error.name, /^[A-Za-z][A-Za-z0-9]{0,50}$/) ?? 'Error',
    ...(code !== undefined && { code }),
    ...(says !== undefined && { says }),
    ...(digest !== undefined && { digest }),
    ...(cause !== undefined && depth > 1 && { cause: harmlessError(cause, depth - 1) }),
  };
}

function sayableMessage(error: Record<string, unknown>, code: string | undefined): string | undefined {
  const { message } = error;
  if (typeof error.syscall === 'string' && code !== undefined) return systemMessage(error, code);
  if (typeof message !== 'string' || message.length > 300) return undefined;
  if (SAYABLE.some((pattern) => pattern.test(message))) return message;
  const isOfServer = typeof error.severity === 'string' || error.kind === 'postgres';
  if (isOfServer && code?.length === 5 && SAYABLE_STATES.test(code)) return message;
  for (const pattern of SAYABLE_BEGINNINGS) {
    const [beginning] = pattern.exec(message) ?? [];
    if (beginning !== undefined) return beginning;
  }
  return undefined;
}

/** `connect ECONNREFUSED 127.0.0.1:5432`; a path is left out, as it may come from an address. */
function systemMessage({ syscall, address, port }: Record<string, unknown>, code: string): string | undefined {
  const call = textOf(syscall, /^\w{1,20}$/);
  if (call === undefined) return undefined;
  const where =
    call === 'connect' || call === 'listen' || call === 'bind' ? textOf(address, /^[\x21-\x7e]{1,200}$/) : undefined;
  return [call, code, where === undefined ? '' : typeof port === 'number' && port > 0 ? `${where}:${port}` : where]
    .filter(Boolean)
    .join(' ');
}

/** What is behind an error: its cause, what Prisma's adapter was told, or the first of several. */
function causeOf({ cause, meta, errors }: Record<string, unknown>): unknown {
  if (typeof cause === 'object' && cause !== null) return cause;
  if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta) return meta.driverAdapterError;
  return Array.isArray(errors) && errors.length > 0 ? (errors[0] as unknown) : undefined;
}

const textOf = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** `    at askOnce (/srv/gongbao/lib/gateway/revision-watch.ts:69:30)` */
const FRAME =
  /^ {4}at (?:(?:async )?[\w.<>$#[\] ]{1,120} \()?(?:async )?(?:file:\/\/|node:|\/|[A-Z]:\\|index \d)[^\s()?'"]{0,200}\)?$/;

/**
 * Gives the frames of an error's stack as one text, without the message above them.
 * @param folder the project's, which is left out of paths
 */
export function stackOf(thrown: unknown, folder: string): string | undefined {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return undefined;
  const withoutMessage = thrown.message === '' ? thrown.stack : thrown.stack.replace(thrown.message, '');
  const frames = withoutMessage.split('\n').filter((line) => FRAME.test(line));
  if (frames.length === 0) return undefined;
  return frames
    .slice(0, FRAMES)
    .map((line) => line.trim().replace('file://', '').replace(`${folder}/`, ''))
    .join('\n');
}
