import { createServer, type Server } from 'node:http';
import type { Gateway } from './gateway';

/** What Node says of a request that could not be read, by its code. */
const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Makes the server of a gateway.
 *
 * 10,000 characters of a search are 90 KB in an address; Node alone refuses more than 16 KB with an
 * empty page.
 * @param isTrial whether the portal asks itself for pages
 */
export function createGatewayServer(gateway: Gateway, { isTrial = false } = {}): Server {
  const server = createServer(
    {
      maxHeaderSize: 128 * 1024,
      // A front keeps its connections for a minute (deploy/nginx.conf).
      keepAliveTimeout: 65_000,
      headersTimeout: 20_000,
      requestTimeout: 60_000,
    },
    (request, response) => {
      // Fronts keep connections; one to a server that is about to end would be lost.
      if (gateway.phase === 'draining') response.shouldKeepAlive = false;
      void gateway.respond(request, response, !isTrial);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
    gateway.noteUnreadable(Number.parseInt(status, 10));
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return server;
}
