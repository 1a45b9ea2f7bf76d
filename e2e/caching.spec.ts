import { connect } from 'node:net';
import type { APIRequestContext } from '@playwright/test';
import { ROUTES, type RoutePattern } from '@/lib/addresses/routes';
import { EXAMPLES } from '@/lib/addresses/testing/examples';
import { policyOf } from '@/lib/caching/policies';
import { expect, test } from './support/fixtures';

/** Addresses of every kind of which an answer is kept, also one that is missing. */
const kept = [
  ...(Object.keys(ROUTES) as RoutePattern[]).map((pattern) => EXAMPLES[pattern].address),
  '/nichts',
  '/zh-hant/shili/issues/2023/1',
  '/shili/示政发〔2023〕5号',
]
  .map((address) => encodeURI(address))
  .filter((address) => policyOf(address.split('?')[0]!).policy.kept !== 'passed');

const tagOf = async (request: APIRequestContext, address: string, headers: Record<string, string> = {}) => {
  const response = await request.get(address, { maxRedirects: 0, headers });
  return { tag: response.headers().etag, response };
};

for (const address of kept)
  test(`${decodeURI(address)}: whoever has the answer is told that it is current`, async ({ request }) => {
    const { tag, response } = await tagOf(request, address);
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    const again = await request.get(address, { maxRedirects: 0, headers: { 'If-None-Match': tag! } });
    expect(again.status()).toBe(304);
    expect((await again.body()).length).toBe(0);
    for (const name of ['etag', 'cache-control', 'vary'])
      expect(again.headers()[name], name).toBe(response.headers()[name]);
    const head = await request.head(address, { maxRedirects: 0 });
    expect(head.status()).toBe(response.status());
    for (const name of ['etag', 'cache-control', 'vary', 'content-type', 'content-length', 'location'])
      if (policyOf(address.split('?')[0]!).policy.kept === 'kept')
        expect(head.headers()[name], name).toBe(response.headers()[name]);
    const { display } = policyOf(address.split('?')[0]!).policy;
    expect(response.headers().vary).toBe(display ? 'Cookie, Accept-Encoding' : 'Accept-Encoding');
    // Another reader's choices are another page, and the same data.
    const large = { Cookie: 'display=size%3Dlarge', 'If-None-Match': tag! };
    expect((await request.get(address, { maxRedirects: 0, headers: large })).status()).toBe(
      display ? response.status() : 304,
    );
  });

test('a choice is one, however the cookie is written, and an unknown one is none', async ({ request }) => {
  const tags = async (...cookies: string[]) => {
    const all = await Promise.all(
      cookies.map(async (cookie) => (await tagOf(request, '/shili', { Cookie: cookie })).tag),
    );
    return new Set(all).size;
  };
  expect(await tags('display=size%3Dlarge%26theme%3Ddark', 'a=b; display=theme=dark&size=large&x=y; c=d')).toBe(1);
  expect(await tags('', 'display=', 'display=%', 'display=size%3Dhuge', 'display2=size%3Dlarge')).toBe(1);
  expect(await tags('', 'display=size%3Dlarge', 'display=theme%3Ddark', 'display=elder%3Don')).toBe(4);
  const { response } = await tagOf(request, '/shili', { Cookie: 'display=theme=dark&size=large' });
  expect(await response.text()).toMatch(/<html[^>]* data-theme="dark"/);
});

test('parameters that change nothing make no other page', async ({ request }) => {
  const { tag, response } = await tagOf(request, '/shili');
  const shared = await tagOf(request, '/shili?from=timeline&isappinstalled=0&utm_source=x');
  expect(shared.tag).toBe(tag);
  expect(await shared.response.text()).toBe(await response.text());
  expect((await tagOf(request, '/shili?year=2023')).tag).not.toBe(tag);
});

test('headers that the portal sends to itself are no reader’s to send', async ({ request }) => {
  const { tag } = await tagOf(request, '/shili');
  const { tag: claimed, response } = await tagOf(request, '/shili', {
    'x-gongbao-unavailable': '1',
    'x-gongbao-missing': 'page',
    'x-gongbao-traditional': 'zh-Hant',
    'x-gongbao-address': '/elsewhere',
    'x-gongbao-draft': '1',
  });
  expect(response.status()).toBe(200);
  expect(claimed).toBe(tag);
});

test('what is no request of a reader is refused, and no error of the server', async ({ request, baseURL }) => {
  const statusOf = async (method: string, address: string, headers: Record<string, string> = {}) =>
    (await request.fetch(address, { method, headers, maxRedirects: 0 })).status();
  for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND'])
    expect(await statusOf(method, '/shili'), method).toBe(405);
  expect(await statusOf('POST', '/shili')).toBe(405);
  for (const address of ['/display', '/check', '/zh-hant/check']) {
    expect(await statusOf('POST', address, { Origin: 'https://elsewhere.example' }), address).toBe(403);
    expect(await statusOf('POST', address, { Origin: 'null' }), address).toBe(403);
    expect(await statusOf('POST', address, { 'Sec-Fetch-Site': 'cross-site' }), address).toBe(403);
  }
  expect(await raw(baseURL!, 'TRACE / HTTP/1.1\r\nHost: portal\r\n\r\n')).toMatch(/^HTTP\/1.1 405 [\s\S]*Allow: GET/);
  for (const start of ['GET *', 'OPTIONS *', 'GET http://elsewhere.example/', 'GET'])
    expect(await raw(baseURL!, `${start} HTTP/1.1\r\nHost: portal\r\n\r\n`), start).toMatch(/^HTTP\/1.1 400 /);
});

test('other sites may read the data, but show no page in a frame', async ({ request }) => {
  const data = (await request.get('/api/v1/search?q=社区')).headers();
  expect(data['access-control-allow-origin']).toBe('*');
  const page = (await request.get('/shili')).headers();
  expect(page['access-control-allow-origin']).toBeUndefined();
  expect(page['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(page['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(page['cross-origin-opener-policy']).toBe('same-origin');
  expect(page['strict-transport-security']).toBeUndefined();
});

test('a redirect leads below the root, whatever host was asked for', async ({ request }) => {
  const { response } = await tagOf(request, encodeURI('/shili/示政发〔2023〕5号'), {
    'X-Forwarded-Host': 'elsewhere.example',
  });
  expect(response.status()).toBeGreaterThanOrEqual(300);
  expect(response.headers().location).toMatch(/^\/shili\//);
});

/** Sends bytes; gives the head of the answer. */
function raw(baseURL: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(baseURL);
    const socket = connect({ port: Number(port), host: hostname });
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
    socket.write(bytes);
  });
}
