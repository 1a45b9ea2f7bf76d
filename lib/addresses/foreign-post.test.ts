import { expect, test } from 'vitest';
import { isForeignPost } from './foreign-post';

const isForeign = (headers: Record<string, string>) =>
  isForeignPost(new Headers({ host: '127.0.0.1:3000', ...headers }), 'https://gongbao.example');

test.each<Record<string, string>>([
  {},
  { origin: 'http://127.0.0.1:3000' },
  { origin: 'https://gongbao.example' },
  { origin: 'https://other.example', 'x-forwarded-host': 'other.example' },
  { origin: 'https://other.example', 'x-forwarded-host': 'other.example, 127.0.0.1' },
  { origin: 'https://gongbao.example', 'sec-fetch-site': 'same-origin' },
])('own: %o', (headers) => expect(isForeign(headers)).toBe(false));

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://gongbao.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { origin: 'https://gongbao.example.evil.example' },
  { origin: 'http://127.0.0.1' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'file://' },
])('foreign: %o', (headers) => expect(isForeign(headers)).toBe(true));
