import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';
import type { ReaderRequest } from './reader-request';

type Asked = Pick<ReaderRequest, 'method' | 'acceptsGzip'>;

/** Sends a finished answer in the encoding that the reader takes. */
export function sendAnswer(response: ServerResponse, { method, acceptsGzip }: Asked, answer: Answer): void {
  const { status, headers, body, gzip } = answer;
  const bytes = acceptsGzip && gzip ? gzip : body;
  response.writeHead(status, {
    ...headers,
    ...(bytes === gzip && { 'Content-Encoding': 'gzip' }),
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** Says that the reader's copy is current (RFC 9110, 15.4.5). */
export function sendNotModified(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(304, headers);
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
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': bytes.length,
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}
