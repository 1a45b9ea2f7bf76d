import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { requestKindOf } from '@/lib/caching/request-kinds';
import { log, type CacheOutcome } from '@/lib/logging/log';
import { loggablePath } from '@/lib/logging/loggable-path';
import { isRequestId, makeRequestId, REQUEST_ID_HEADER } from '@/lib/logging/request-id';
import type { GatewayMeters } from './gateway-meters';
import type { ReaderRequest, Refusal } from './reader-request';

/** A request and its answer, and what log and metrics say of them. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Of `X-Request-ID`. */
  id: string;
  /** Of `performance.now()`. */
  began: number;
  cache: CacheOutcome;
  /** Of the body. */
  bytes: number;
  /** The status of the answer of which the reader has a copy; null where it is not known. */
  unchangedStatus: number | null;
}

/** What is logged of requests. */
export interface ExchangeSettings {
  /** Whether each has a line. */
  logRequests: boolean;
  /** Whether the line has the reader's address. */
  logAddresses: boolean;
}

/**
 * Gives a request its name: the one that a trusted proxy has given it, where it is well formed. The
 * answer has it too.
 */
export function beginExchange(
  request: IncomingMessage,
  response: ServerResponse,
  isTrusted: (address: string) => boolean,
): Exchange {
  const given = request.headers[REQUEST_ID_HEADER];
  const id =
    given !== undefined && isRequestId(given) && isTrusted(request.socket.remoteAddress ?? '')
      ? given
      : makeRequestId();
  const exchange: Exchange = {
    request,
    response,
    id,
    began: performance.now(),
    cache: 'none',
    bytes: 0,
    unchangedStatus: null,
  };
  (response as Identified)[OWN] = exchange;
  return exchange;
}

// A property, because a WeakMap of some thousand answers a second is a fifth of the work.
const OWN = Symbol('exchange');
type Identified = ServerResponse & { [OWN]?: Exchange };

/** Gives the exchange to which an answer belongs. */
export const exchangeOf = (response: ServerResponse): Exchange | undefined => (response as Identified)[OWN];

/** As nginx has it: the reader left before the answer began. */
const LEFT = 499;

/** Logs and counts an exchange when it ends. */
export function watchExchange(
  exchange: Exchange,
  asked: ReaderRequest | Refusal,
  { logRequests, logAddresses }: ExchangeSettings,
  meters: GatewayMeters | null,
): void {
  if (!logRequests && !meters) return;
  const { request, response } = exchange;
  response.once('close', () => {
    const ms = performance.now() - exchange.began;
    const status = response.headersSent ? response.statusCode : LEFT;
    const isRead = 'policy' in asked;
    const method = isRead ? asked.method : knownMethod(request.method);
    const { bytes } = exchange;
    meters?.count({ kind: requestKindOf(isRead ? asked : null), method, status, cache: exchange.cache, ms, bytes });
    if (!logRequests) return;
    const path = isRead
      ? loggablePath(asked.path, asked, status === 304 ? exchange.unchangedStatus : status)
      : undefined;
    log('request', {
      id: exchange.id,
      method,
      route: isRead ? asked.route : 'none',
      ...(path !== undefined && { path }),
      status,
      ms: Math.round(ms * 10) / 10,
      bytes,
      cache: exchange.cache,
      ...(!response.writableFinished && { left: true }),
      ...(logAddresses && { client: addressOf(isRead ? asked.client : request.socket.remoteAddress) }),
    });
  });
}

/** A front may hand on what a reader has sent as an address. */
const addressOf = (client: string | undefined): string => (client !== undefined && isIP(client) ? client : 'none');

/** Logs and counts what could not be read as a request. */
export function watchUnreadable(status: number, { logRequests }: ExchangeSettings, meters: GatewayMeters | null): void {
  const told = { method: 'other', status, ms: 0, bytes: 0, cache: 'none' } as const;
  meters?.count({ kind: 'refused', ...told });
  if (logRequests) log('request', { id: makeRequestId(), route: 'none', ...told });
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

const knownMethod = (method: string | undefined): string =>
  method !== undefined && METHODS.includes(method) ? method : 'other';
