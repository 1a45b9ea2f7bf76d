import { afterEach, expect, test } from 'vitest';
import { perDatabase } from './per-database';

const before = process.env.DATABASE_URL;
afterEach(() => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
});

test('one value for each database, made at the first call', () => {
  const made: string[] = [];
  const values = perDatabase('test of values', (url) => made.push(url));
  process.env.DATABASE_URL = 'postgresql://one';
  expect([values.get(), values.get()]).toEqual([1, 1]);
  process.env.DATABASE_URL = 'postgresql://other';
  expect(values.get()).toBe(2);
  process.env.DATABASE_URL = 'postgresql://one';
  expect(values.get()).toBe(1);
  expect(made).toEqual(['postgresql://one', 'postgresql://other']);
});

test('what reads may have a server of its own', () => {
  const values = perDatabase('test of reading', (url) => url);
  process.env.DATABASE_URL = 'postgresql://primary';
  process.env.DATABASE_READ_URL = 'postgresql://standby';
  expect(values.get()).toBe('postgresql://standby');
  process.env.DATABASE_READ_URL = '';
  expect(values.get()).toBe('postgresql://primary');
  delete process.env.DATABASE_READ_URL;
});

test('another copy of the module gets the same value; what is cleared is given back and made anew', () => {
  process.env.DATABASE_URL = 'postgresql://one';
  const [first, copy] = [0, 1].map(() => perDatabase('test of copies', () => ({})));
  const value = first!.get();
  expect(copy!.get()).toBe(value);
  expect(copy!.clear()).toEqual([value]);
  expect(copy!.clear()).toEqual([]);
  expect(first!.get()).not.toBe(value);
});

test('without an address there is no database', () => {
  delete process.env.DATABASE_URL;
  expect(() => perDatabase('test of addresses', String).get()).toThrow('DATABASE_URL is not set');
});
