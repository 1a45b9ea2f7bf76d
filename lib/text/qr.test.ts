import fc from 'fast-check';
import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { parseSearchParams, searchUrl } from '@/lib/addresses/search-params';
import { encodeQr } from './qr';

const SCALE = 4;
function read(units: readonly (readonly boolean[])[]): string {
  const side = units.length * SCALE;
  const data = new Uint8Array(side * side * 3);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)];
    data[at] = units[Math.floor(y / SCALE)]![Math.floor(x / SCALE)]! ? 0 : 255;
  }
  return decodeQr({ width: side, height: side, data }, { format: 'RGB', timeLimit: 10_000 });
}

test('an address is read back, up to the longest', () => {
  for (const length of [20, 200, 997]) {
    const address = 'https://gongbao.example.gov.cn/'.padEnd(length, 'benxi/');
    expect(read(encodeQr(address)!)).toBe(address);
  }
});

test('whatever the address, there is a code or none, and never an error', () => {
  const characters = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6000 }),
    fc.string({ unit: fc.constantFrom('养', '𠮷', '〔', 'a', '%', ' '), minLength: 180, maxLength: 220 }),
  );
  const searches = characters.map((q) =>
    searchUrl(parseSearchParams({ q, agency: q, genre: q, from: '2020-01-01', municipality: 'shili' })),
  );
  fc.assert(
    fc.property(fc.oneof(characters, searches), (address) => {
      const units = encodeQr(address);
      expect(units === null).toBe(Buffer.byteLength(address) > 997);
    }),
    { numRuns: 60 },
  );
});
