import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { isComplete } from '@/lib/gateway/finish-answer';
import { GET } from './route';

afterEach(() => vi.unstubAllEnvs());

/** Asks for a page of 繁體 while the portal answers itself as `respond` does, or not at all. */
async function ask(path: string, respond: ((end: (status: number, html: string) => void) => void) | null) {
  const server = createServer((_request, response) =>
    respond?.((status, html) => {
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(html);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  vi.stubEnv('PORT', String(port));
  const close = () => new Promise((resolve) => server.close(resolve));
  if (!respond) await close();
  const answer = await GET(new Request(`http://localhost:${port}${path}`));
  const body = Buffer.from(await answer.arrayBuffer());
  if (respond) await close();
  return { answer, isKept: isComplete(answer.status, Object.fromEntries(answer.headers), body) };
}

test.each([
  ['does not answer', null],
  ['fails', (end: (status: number, html: string) => void) => end(500, '<html></html>')],
])('a page whose portal %s leads to the plain one, and that is not kept', async (_case, respond) => {
  const { answer, isKept } = await ask('/zh-hant/shili/shizhengfa-2022-8?q=1', respond);
  expect(answer.status).toBe(307);
  expect(answer.headers.get('location')).toBe('/shili/shizhengfa-2022-8?q=1');
  expect(isKept).toBe(false);
});

test('a page that is there is kept, and so is the redirect of what has one address only', async () => {
  const page = await ask('/zh-hant/shili', (end) => end(200, '<html><body>市政府</body></html>'));
  expect([page.answer.status, page.isKept]).toEqual([200, true]);
  const file = await ask('/zh-hant/documents.atom', null);
  expect([file.answer.status, file.isKept]).toEqual([307, true]);
});
