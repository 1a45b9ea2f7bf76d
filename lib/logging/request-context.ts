import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { routeNameOf } from '@/lib/caching/policies';
import type { LogFields } from './log';
import { isRequestId, REQUEST_ID_HEADER } from './request-id';

type Context = Pick<LogFields, 'id' | 'method' | 'route'>;

/** One for all bundles of a process. */
const holder = globalThis as typeof globalThis & { gongbaoRequest?: AsyncLocalStorage<Context> };
const current = (holder.gongbaoRequest ??= new AsyncLocalStorage<Context>());

/**
 * Notes for each request that this process answers what log lines about it say: everything that is
 * done for it finds this, however deep it lies.
 */
export function followRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { method = '', url = '', headers } = (message as { request: IncomingMessage }).request;
    const id = headers[REQUEST_ID_HEADER];
    current.enterWith({
      ...(isRequestId(id) && { id }),
      method,
      route: routeNameOf(url.split('?', 1)[0]!),
    });
  });
}

/** Gives what log lines say about the request that is being answered. */
export const requestFields = (): Context => current.getStore() ?? {};
