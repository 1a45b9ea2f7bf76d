import { createServer, type Server } from 'node:http';
import { log } from '@/lib/logging/log';

/** The only path. */
const PATH = '/metrics';
/** Milliseconds after which a taken port is tried again: the process before may still have it. */
const AGAIN = 2000;

/**
 * Serves metrics on a listener of their own, which readers do not reach.
 * @param read prints them; who asks meanwhile gets the same
 */
export function serveMetrics(host: string, port: number, type: string, read: () => Promise<string>): Server {
  let reading: Promise<string> | null = null;
  const share = (): Promise<string> => (reading ??= read().finally(() => (reading = null)));
  const server = createServer((request, response) => {
    request.resume();
    const path = request.url?.split('?', 1)[0];
    if (path !== PATH || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(path === PATH ? 405 : 404, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
      return;
    }
    share().then(
      (text) => {
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
        response.end(request.method === 'HEAD' ? undefined : text);
      },
      () => response.writeHead(500, { 'Content-Length': 0 }).end(),
    );
  });
  server.requestTimeout = 10_000;
  server.on('error', (error) => {
    log('metrics port taken', { port }, error);
    setTimeout(() => server.listen(port, host), AGAIN).unref();
  });
  server.listen(port, host).unref();
  return server;
}

/** The text format of Prometheus. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
