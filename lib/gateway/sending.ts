import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';
import { exchangeOf } from './exchange';
import type { ReaderRequest } from './reader-request';

type Asked = Pick<ReaderRequest, 'method' | 'acceptsGzip'>;

/**
 * Sends the head of an answer, with its request's name, and notes the body's length.
 * @param headers an object of this answer alone
 */
export function sendHead(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | string[] | number>,
  bytes = 0,
): void {
  const exchange = exchangeOf(response);
  if (exchange) {
    exchange.bytes = bytes;
    headers['X-Request-ID'] = exchange.id;
  }
  response.writeHead(status, headers);
}

/** Sends a finished answer in the encoding that the reader takes. */
export function sendAnswer(response: ServerResponse, { method, acceptsGzip }: Asked, answer: Answer): void {
  const { status, headers, body, gzip } = answer;
  const bytes = acceptsGzip && gzip ? gzip : body;
  const own: Record<string, string | number> = { ...headers, 'Content-Length': bytes.length };
  if (bytes === gzip) own['Content-Encoding'] = 'gzip';
  sendHead(response, status, own, method === 'HEAD' ? 0 : bytes.length);
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** Says that the reader's copy is current (RFC 9110, 15.4.5). */
export function sendNotModified(response: ServerResponse, headers: Record<string, string>): void {
  sendHead(response, 304, headers);
  response.end();
}

/** Sends a sentence of plain text, or a status alone. */
export function sendText(
  response: ServerResponse,
  method: string | undefined,
  status: number,
  headers: Record<string, string>,
  text: string,
): void {
  const bytes = Buffer.from(`${text}\n`);
  const own = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': bytes.length,
    ...headers,
  };
  sendHead(response, status, own, method === 'HEAD' ? 0 : bytes.length);
  response.end(method === 'HEAD' ? undefined : bytes);
}
