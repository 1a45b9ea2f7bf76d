import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { collect, RendererAway, Renderers } from './renderers';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Starts a server that answers with its name. */
async function serve(name: string): Promise<string> {
  const server = createServer((_request, response) => response.end(name));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function whoAnswers(renderers: Renderers, isHeavy: boolean): Promise<string> {
  const { body } = await renderers.ask({ method: 'GET', path: '/', headers: {}, isHeavy });
  return (await collect(body)).toString();
}

it('of several renderers the last does the heavy work, and the others the pages', async () => {
  const renderers = new Renderers([await serve('one'), await serve('two'), await serve('heavy')]);
  for (let turn = 0; turn < 5; turn++) {
    expect(await whoAnswers(renderers, true)).toBe('heavy');
    expect(await whoAnswers(renderers, false)).not.toBe('heavy');
  }
  await renderers.close();
});

it('one alone does all', async () => {
  const renderers = new Renderers([await serve('one')]);
  expect([await whoAnswers(renderers, true), await whoAnswers(renderers, false)]).toEqual(['one', 'one']);
  await renderers.close();
});

it('another one answers for one that is away, and where all are, none does', async () => {
  const nobody = await serve('nobody');
  servers.pop()!.close();
  const renderers = new Renderers([nobody, await serve('heavy')]);
  expect(await whoAnswers(renderers, false)).toBe('heavy');
  await renderers.close();
  const none = new Renderers([nobody]);
  await expect(whoAnswers(none, false)).rejects.toThrow(RendererAway);
  await none.close();
});
