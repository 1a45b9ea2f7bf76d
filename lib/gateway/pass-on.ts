import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { REQUEST_ID_HEADER } from '@/lib/logging/request-id';
import type { Exchange } from './exchange';
import { finishAnswer, isHtml, lacksDatabase, ownHeaders, type FinishSettings } from './finish-answer';
import type { ReaderRequest } from './reader-request';
import { collect, type Renderers } from './renderers';
import { cachingHeaders, securityHeaders } from './response-headers';
import { DatabaseAway } from './revision-watch';
import { sendAnswer, sendHead } from './sending';

/** Request headers that forms and streams depend on. */
const REQUEST_HEADERS = ['content-type', 'cookie', 'referer', 'origin', 'sec-fetch-site'];
/** Milliseconds that a stream may take: a slow reader holds a connection of the database. */
const LONGEST_STREAM = 120_000;

/**
 * Passes a request on to a renderer, and its answer back while it arrives: forms, and what is not
 * kept. When the reader leaves, the renderer stops.
 * @param form what was posted, null for a GET
 * @param tag the entity tag of a stream, null where there is none
 */
export async function passOn(
  exchange: Exchange,
  form: Buffer | null,
  asked: ReaderRequest,
  tag: string | null,
  renderers: Renderers,
  settings: FinishSettings,
): Promise<void> {
  const { request, response } = exchange;
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  const answer = await renderers.ask({
    method: form === null ? 'GET' : 'POST',
    path: asked.path + asked.query,
    headers: { ...requestHeaders(request), [REQUEST_ID_HEADER]: exchange.id },
    body: form,
    signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(LONGEST_STREAM)]),
    isHeavy: asked.policy.work === 'export' || form !== null,
  });
  const cookies = answer.headers['set-cookie'];
  const setCookie: Record<string, string | string[]> = cookies === undefined ? {} : { 'Set-Cookie': cookies };
  if (isHtml(answer.headers)) {
    const body = await collect(answer.body);
    if (lacksDatabase(answer.status, body)) throw new DatabaseAway('The database did not answer a renderer.');
    const made = await finishAnswer({ ...answer, body }, asked.policy, null, '', settings);
    sendAnswer(response, asked, { ...made, headers: { ...made.headers, ...(setCookie as Record<string, string>) } });
    return;
  }
  const isRight = answer.status < 500;
  sendHead(response, answer.status, {
    ...ownHeaders(answer.headers),
    ...lengthOf(answer.headers),
    ...cachingHeaders(asked.policy, isRight ? tag : null),
    ...(isRight && asked.policy.kept === 'passed' && { 'Cache-Control': asked.policy.browsers }),
    ...securityHeaders(asked.policy, settings),
    ...setCookie,
  });
  if (asked.method === 'HEAD') {
    leaving.abort();
    response.end();
    return;
  }
  answer.body.on('data', (chunk: Buffer) => (exchange.bytes += chunk.length));
  await pipeline(answer.body, response).catch((error: unknown) => {
    // Half an answer must not look like a whole one.
    response.destroy();
    if (!leaving.signal.aborted) throw error;
  });
}

function requestHeaders({ headers, socket }: IncomingMessage): Record<string, string> {
  const passed: Record<string, string> = { 'user-agent': 'gongbao-gateway', 'accept-encoding': 'identity' };
  for (const name of REQUEST_HEADERS) {
    const value = headers[name];
    if (value !== undefined) passed[name] = String(value);
  }
  passed.host = String(headers['x-forwarded-host'] ?? headers.host ?? '');
  passed['x-forwarded-proto'] = String(headers['x-forwarded-proto'] ?? ('encrypted' in socket ? 'https' : 'http'));
  return passed;
}

function lengthOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const length = headers['content-length'];
  return length === undefined || headers['content-encoding'] !== undefined ? {} : { 'Content-Length': String(length) };
}
