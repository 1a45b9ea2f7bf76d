import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endServer } from './end-server';

let server: Server;
let open: ServerResponse[];
let origin: string;
beforeEach(async () => {
  open = [];
  server = createServer((request, response) => {
    if (request.url !== '/slow') {
      response.end('whole');
      return;
    }
    response.write('half');
    open.push(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const read = async (path: string) => (await fetch(origin + path)).text();
const never = () => new AbortController().signal;
/** Begins an answer that comes to no end by itself. */
async function begin(): Promise<{ done: Promise<string> }> {
  const done = read('/slow').catch(() => 'broken');
  while (open.length === 0) await sleep(5);
  return { done };
}

test('readers are served while it drains, and are not let in afterwards', async () => {
  const ended = endServer(server, { draining: 200, answering: 1000, hurry: never() });
  expect(await read('/')).toBe('whole');
  await ended;
  await expect(read('/')).rejects.toThrow();
});

test('an answer that has begun comes to its end', async () => {
  const { done } = await begin();
  const ended = endServer(server, { draining: 0, answering: 5000, hurry: never() });
  await sleep(400);
  open[0]!.end(' whole');
  expect(await done).toBe('half whole');
  const began = performance.now();
  await ended;
  expect(performance.now() - began).toBeLessThan(1000);
});

test('a request that comes on a connection made before the end is answered', async () => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  await once(socket, 'connect');
  const ended = endServer(server, { draining: 0, answering: 1000, hurry: never() });
  await sleep(50);
  socket.write('GET / HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n');
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 200/);
  await ended;
});

test('an idle connection keeps nobody waiting', async () => {
  await read('/');
  const began = performance.now();
  await endServer(server, { draining: 0, answering: 10_000, hurry: never() });
  expect(performance.now() - began).toBeLessThan(2000);
});

test('what takes too long is broken off', async () => {
  const { done } = await begin();
  await endServer(server, { draining: 0, answering: 100, hurry: never() });
  expect(await done).toBe('broken');
});

test('a second signal cuts draining and answers short', async () => {
  const { done } = await begin();
  const hurry = new AbortController();
  const began = performance.now();
  const ended = endServer(server, { draining: 60_000, answering: 60_000, hurry: hurry.signal });
  await sleep(50);
  hurry.abort();
  await ended;
  expect(performance.now() - began).toBeLessThan(3000);
  expect(await done).toBe('broken');
});
