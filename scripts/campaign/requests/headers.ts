import { integer, pick, type Random } from '../../bench/search/random';
import { encode, hostileText } from './words';

const NAMES = [
  ...[
    'Cookie',
    'Accept',
    'Accept-Encoding',
    'Accept-Language',
    'If-None-Match',
    'If-Modified-Since',
    'If-Match',
    'Range',
    'If-Range',
  ],
  ...[
    'Host',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Forwarded-For',
    'X-Forwarded-Port',
    'Forwarded',
    'X-Real-IP',
    'Origin',
    'Referer',
  ],
  ...[
    'RSC',
    'Next-Router-State-Tree',
    'Next-Router-Prefetch',
    'Next-Action',
    'Next-Url',
    'x-nextjs-data',
    'x-middleware-subrequest',
  ],
  ...[
    'x-middleware-prefetch',
    'x-invoke-path',
    'x-matched-path',
    'x-now-route-matches',
    'x-gongbao-unavailable',
    'x-gongbao-path',
  ],
  ...[
    'x-prerender-revalidate',
    'x-http-method-override',
    'Upgrade',
    'Expect',
    'TE',
    'Trailer',
    'Connection',
    'Keep-Alive',
    'Pragma',
  ],
  ...[
    'Transfer-Encoding',
    'Content-Length',
    'Content-Type',
    'Content-Encoding',
    'User-Agent',
    'Authorization',
    'Via',
    'Purpose',
  ],
];
const VALUES: Partial<Record<string, string[]>> = {
  Cookie: [
    'display=size%3Dlarge',
    'display=%',
    'display=size=large; display=theme=dark',
    `display=${'a'.repeat(4000)}`,
    '__prerender_bypass=1; __next_preview_data=x',
    '=;=;',
  ],
  'Accept-Encoding': ['gzip;q=0', 'br', '*', 'identity;q=0', 'gzip, gzip, gzip', 'GZIP', 'gzip;q=x'],
  'If-None-Match': ['*', '"x"', 'W/"x"', '"', `${'"x", '.repeat(3000)}"y"`, 'x,,,,'],
  Range: ['bytes=0-10', 'bytes=-1', 'bytes=9999999999-', 'bytes=0-0,1-1,2-2', 'x'],
  Host: ['', 'evil.example', 'localhost:99999', '[::1', 'a b', 'localhost, localhost', '公报.example'],
  'X-Forwarded-Host': ['evil.example', 'a/b', '%', 'evil.example:x', ' '],
  'X-Forwarded-Proto': ['https', 'javascript', 'http,https'],
  Upgrade: ['websocket', 'h2c', 'TLS/1.3'],
  Expect: ['100-continue', '200-ok'],
  Connection: ['close', 'keep-alive, Upgrade', 'Host', 'x-gongbao-unavailable', 'upgrade'],
  'Transfer-Encoding': ['chunked', 'gzip, chunked', 'identity', 'chunked, chunked', 'x'],
  'Content-Length': ['0', '-1', '1e3', '99999999999999999999', '5, 5'],
  RSC: ['1', '0'],
  'Next-Router-State-Tree': ['x', '%5B%22%22%5D', '%'],
  'Next-Action': ['x', '0'.repeat(42)],
  'x-middleware-subrequest': ['proxy:proxy:proxy:proxy:proxy', 'middleware', 'src/middleware'],
  Origin: ['null', 'https://evil.example', 'x', '%'],
  Referer: ['', 'javascript:1', 'http://localhost//evil.example', '%'],
  'Content-Type': ['text/plain', 'multipart/form-data', 'application/json', '/'],
};

/** Makes header lines that no browser sends. */
export function hostileHeaders(random: Random): string {
  const count = integer(random, 0, 30) === 0 ? integer(random, 50, 1500) : integer(random, 1, 5);
  let lines = '';
  for (let at = 0; at < count; at++) {
    const name = pick(random, NAMES);
    const known = VALUES[name];
    const value = known && random() < 0.8 ? pick(random, known) : readable(random);
    const odd = integer(random, 0, 60);
    if (odd === 0) lines += `${name} : ${value}\r\n`;
    else if (odd === 1) lines += `${name}: ${value}\n`;
    else if (odd === 2) lines += ` ${value}\r\n`;
    else if (odd === 3) lines += `${name}${value}\r\n`;
    else lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

const readable = (random: Random): string => {
  const text = hostileText(random);
  return random() < 0.5 ? encode(random, text) : text.replace(/[\r\n]/g, '');
};
