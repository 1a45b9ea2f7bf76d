import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { readAnswers } from './answers';
import { attack } from './attack';
import { makeRequest } from './make-request';
import { send } from './send';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
async function serve(listener: RequestListener): Promise<number> {
  server = createServer({ maxHeaderSize: 256 * 1024 }, listener).listen(0);
  await sleep(10);
  return (server.address() as AddressInfo).port;
}

const addresses = ['/', '/shili', '/shili/shizhengfa-2022-8'];
const whole = (parts: string[], methods: string[]) => ({
  kind: 'address' as const,
  parts: parts.map((part) => Buffer.from(part)),
  pause: 5,
  methods,
});

test('a request follows from the seed and its number, and all kinds come', () => {
  const requests = Array.from({ length: 300 }, (_, at) => makeRequest(7, at, addresses));
  expect(makeRequest(7, 42, addresses)).toEqual(requests[42]);
  expect(makeRequest(8, 42, addresses)).not.toEqual(requests[42]);
  expect(new Set(requests.map(({ kind }) => kind)).size).toBe(10);
});

describe('answers are read from the line', () => {
  const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab';
  test.each([
    [ok, ['GET'], [200], false],
    [ok + ok, ['GET', 'GET'], [200, 200], false],
    ['HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n' + ok, ['HEAD', 'GET'], [200, 200], false],
    ['HTTP/1.1 304 Not Modified\r\n\r\n' + ok, ['GET', 'GET'], [304, 200], false],
    ['HTTP/1.1 100 Continue\r\n\r\n' + ok, ['GET'], [200], false],
    [
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n' + ok,
      ['GET', 'GET'],
      [200, 200],
      false,
    ],
    ['HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab', ['GET'], [], false],
    ['HTTP/1.1 200 OK\r\nContent-Le', ['GET'], [], false],
    ['<html>', ['GET'], [], true],
  ])('%j', (bytes, methods, statuses, broken) => {
    const read = readAnswers(Buffer.from(bytes), methods);
    expect([read.answers.map(({ status }) => status), read.broken]).toEqual([statuses, broken]);
  });
});

test('slow and pipelined requests are answered', async () => {
  const port = await serve((_, response) => response.end('ok'));
  const slow = await send(port, whole(['GET / HT', 'TP/1.1\r\nHost: a', '\r\n\r\n'], ['GET']));
  expect([slow.end, slow.answers[0]?.status]).toEqual(['answered', 200]);
  const line = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
  expect((await send(port, whole([line + line], ['GET', 'GET']))).answers).toHaveLength(2);
});

test('who never answers hangs', { timeout: 20_000 }, async () => {
  const port = await serve(() => undefined);
  const outcome = await send(port, whole(['GET / HTTP/1.1\r\nHost: a\r\n\r\n'], ['GET']));
  expect(outcome.end).toBe('hung');
  expect(outcome.took).toBeGreaterThan(4900);
});

describe('an attack', { timeout: 60_000 }, () => {
  const given = { requests: 200, seed: 3 };
  const respond = (status: number, headers = {}) =>
    serve((_, response) => void response.writeHead(status, headers).end(status === 204 ? undefined : 'x'));

  test('finds nothing where all is answered, and where a busy server says when to come back', async () => {
    for (const port of [await respond(200), await respond(503, { 'Retry-After': '1' })]) {
      const { offences, sent } = await attack(port, addresses, given, () => undefined);
      expect([sent, offences]).toEqual([200, []]);
    }
  });

  test('finds errors of the server, with what was sent', async () => {
    const port = await respond(500);
    const { offences } = await attack(port, addresses, given, () => undefined);
    expect(offences.length).toBeGreaterThan(50);
    expect(offences[0]).toMatch(/^request \d+ \([a-z ]+\): status 500; "[A-Z]+ /);
  });
});
