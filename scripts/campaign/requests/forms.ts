import { integer, pick, type Random } from '../../bench/search/random';
import { encode, hostileText } from './words';

/** A form that no page of the portal sends. */
interface HostileForm {
  address: string;
  headers: string;
  body: string;
}

const ADDRESSES = [
  '/check',
  '/check',
  '/check',
  '/zh-hant/check',
  '/display',
  '/display',
  '/',
  '/search',
  '/shili',
  '/api/v1/search',
  '/nothing',
];
const FIELDS = [
  'draft',
  'size',
  'theme',
  'elder',
  'file',
  '$ACTION_ID_x',
  '$ACTION_REF_1',
  '$ACTION_1:0',
  '1',
  '__proto__',
  'back',
  '',
];

/** Makes a posted form: fields of all kinds, broken parts, wrong lengths and types. */
export function hostileForm(random: Random): HostileForm {
  const { type, body } = pick(random, [urlEncoded, multipart, other])(random);
  // Origin and length are mostly right, so that what is inside is read.
  const origin = pick(random, [
    '',
    '',
    'Origin: http://localhost\r\n',
    'Origin: https://evil.example\r\n',
    'Sec-Fetch-Site: cross-site\r\n',
  ]);
  const contentType = type === '' ? '' : `Content-Type: ${type}\r\n`;
  const headers = `${origin}${contentType}Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return { address: pick(random, ADDRESSES), headers, body };
}

interface Content {
  type: string;
  body: string;
}

function urlEncoded(random: Random): Content {
  const fields = Array.from(
    { length: integer(random, 0, 6) },
    () => `${pick(random, FIELDS)}=${encode(random, draft(random))}`,
  );
  return { type: 'application/x-www-form-urlencoded', body: fields.join('&') };
}

function multipart(random: Random): Content {
  const boundary = pick(random, ['x', '----WebKitFormBoundary', '', '"x', 'x'.repeat(100)]);
  const parts = Array.from({ length: integer(random, 0, 4) }, () => {
    const name = pick(random, [
      `; name="${pick(random, FIELDS)}"`,
      '',
      '; name=',
      `; name="draft"; filename="${hostileText(random).replace(/[\r\n]/g, '')}"`,
    ]);
    return `--${boundary}\r\nContent-Disposition: form-data${name}\r\n${pick(random, ['\r\n', '', 'Content-Type: x\r\n\r\n'])}${draft(random)}\r\n`;
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: parts.join('') + pick(random, [`--${boundary}--\r\n`, '', `--${boundary}`]),
  };
}

const other = (random: Random): Content => ({
  type: pick(random, [
    '',
    'application/json',
    'text/plain',
    'text/x-component',
    'application/octet-stream',
    'x',
    'multipart/form-data',
  ]),
  body: pick(random, ['{', '[]', '{"__proto__":1}', '0:{}', draft(random)]),
});

const draft = (random: Random): string =>
  integer(random, 0, 40) === 0
    ? hostileText(random).repeat(200)
    : Array.from({ length: integer(random, 0, 5) }, () => hostileText(random)).join('\n');
