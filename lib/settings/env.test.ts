import { expect, test } from 'vitest';
import { readEnvironment } from './env';

test('everything may be left out', () => {
  expect(readEnvironment({})).toMatchObject({ port: 3000, siteUrl: 'http://localhost:3000' });
});

test('pools have ten connections, or as many as are given', () => {
  expect(readEnvironment({ SEARCH_POOL: '4' })).toMatchObject({ databasePool: 10, searchPool: 4 });
});

test('an empty variable counts as left out', () => {
  expect(readEnvironment({ DATABASE_URL: '', PORT: '', SITE_NAME: '', CORRECTIONS_EMAIL: '' })).toEqual(
    readEnvironment({}),
  );
});

test('the public address follows the port until it is given, and has no slash at its end', () => {
  expect(readEnvironment({ PORT: '3001' }).siteUrl).toBe('http://localhost:3001');
  expect(readEnvironment({ SITE_URL: 'https://gongbao.example.gov.cn/' }).siteUrl).toBe(
    'https://gongbao.example.gov.cn',
  );
});

test('reads what government sites must show', () => {
  expect(readEnvironment({ SITE_NAME: ' 示例市公报 ', ICP_NUMBER: '示ICP备00000000号' })).toMatchObject({
    siteName: '示例市公报',
    icpNumber: '示ICP备00000000号',
  });
});

test.each([
  [{ PORT: 'abc' }, /PORT is "abc": give a number/],
  [{ PORT: '70000' }, /PORT is "70000"/],
  [{ DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL is "mysql:.*postgresql:/],
  [{ DATABASE_READ_URL: 'standby:5432' }, /DATABASE_READ_URL is "standby:.*postgresql:/],
  [{ DATABASE_POOL: '0' }, /DATABASE_POOL is "0": give a number of connections/],
  [{ SEARCH_POOL: 'many' }, /SEARCH_POOL is "many": give a number of connections/],
  [{ SITE_URL: 'gongbao.cn' }, /SITE_URL is "gongbao.cn": .*http/],
  [{ CORRECTIONS_EMAIL: 'nobody' }, /CORRECTIONS_EMAIL/],
  [{ PORT: '0', SITE_URL: 'x' }, /PORT[^]*SITE_URL/],
])('%j is refused with a word on what to write', (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message);
});
