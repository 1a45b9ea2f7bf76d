import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { changeDisplay, parseDisplay, printDisplay } from '@/lib/settings/display-settings';
import { addressTest } from './address-test';
import { readRequest, type ReaderRequest } from './reader-request';

const settings = {
  siteUrl: 'https://gongbao.example.gov.cn',
  isTrusted: addressTest(['127.0.0.0/8', '::1', '192.0.2.0/28']),
};

const read = (headers: Record<string, string>, { remoteAddress = '127.0.0.1', method = 'GET', url = '/benxi' } = {}) =>
  readRequest({ method, url, headers, socket: { remoteAddress } } as unknown as IncomingMessage, settings);
const clientOf = (forwarded: string, remoteAddress: string) =>
  (read({ 'x-forwarded-for': forwarded }, { remoteAddress }) as ReaderRequest).client;

describe('the reader of a request', () => {
  it('is named by a trusted proxy alone', () => {
    expect(clientOf('198.51.100.7', '127.0.0.1')).toBe('198.51.100.7');
    expect(clientOf('203.0.113.1, 198.51.100.7', '::ffff:192.0.2.10')).toBe('198.51.100.7');
    expect(clientOf('198.51.100.7', '192.0.2.16')).toBe('192.0.2.16');
    expect(clientOf('198.51.100.7', '203.0.113.9')).toBe('203.0.113.9');
  });

  it('takes gzip only where it says so', () => {
    const takes = (encoding: string) => (read({ 'accept-encoding': encoding }) as ReaderRequest).acceptsGzip;
    expect(['gzip', 'br, gzip;q=0.5', 'GZIP'].map(takes)).toEqual([true, true, true]);
    expect(['', 'br', 'gzip;q=0', 'gzip; q=0.0, br', 'xgzipx'].map(takes)).toEqual([false, false, false, false, false]);
  });

  it('posts forms of the portal', () => {
    const post = (headers: Record<string, string>) => read(headers, { method: 'POST', url: '/display' });
    expect(post({ origin: 'https://gongbao.example.gov.cn' })).toHaveProperty('policy');
    expect(post({ origin: 'http://10.1.2.3:3000', host: '10.1.2.3:3000' })).toHaveProperty('policy');
    expect(post({})).toHaveProperty('policy');
    for (const origin of ['https://elsewhere.example', 'null', 'x'])
      expect(post({ origin, host: '10.1.2.3:3000' })).toEqual({ status: 403 });
  });
});

describe('the front of deploy/nginx.conf', () => {
  const pattern = /map \$gongbao_choice[^}]*"~([^"]+)" \$gongbao_choice;/.exec(
    readFileSync('deploy/nginx.conf', 'utf8'),
  );
  const isKnown = (cookie: string) => new RegExp(pattern![1]!).test(cookie);

  it('knows every display choice as the portal prints it, and none in another spelling', () => {
    let choices = [parseDisplay('')];
    for (const [name, values] of Object.entries({
      size: ['small', 'large'],
      face: ['song', 'hei'],
      theme: ['light', 'dark'],
      elder: ['on'],
      elderSize: ['medium', 'large'],
      keys: ['off'],
      hint: ['seen'],
    }))
      choices = choices.flatMap((each) => [each, ...values.map((value) => changeDisplay(each, [[name, value]]))]);
    const printed = [...new Set(choices.map((choice) => encodeURIComponent(printDisplay(choice))))];
    expect(printed.length).toBe(3 * 3 * 3 * 2 * 3 * 2 * 2);
    for (const cookie of printed) expect(isKnown(cookie), cookie).toBe(true);
    for (const cookie of [
      'theme%3Ddark%26size%3Dlarge',
      'size=large',
      'size%3Dlarge%26',
      '%26size%3Dlarge',
      'size%3Dmedium',
      'x',
    ])
      expect(isKnown(cookie), cookie).toBe(false);
  });
});
