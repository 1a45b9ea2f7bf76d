import { expect, test } from 'vitest';
import { readEnvironment, SETTINGS, withoutSecrets } from './env';

test('everything may be left out', () => {
  expect(readEnvironment({})).toMatchObject({ port: 3000, siteUrl: 'http://localhost:3000' });
});

test('pools have ten connections, or as many as are given', () => {
  expect(readEnvironment({ SEARCH_POOL: '4' })).toMatchObject({ databasePool: 10, searchPool: 4 });
});

test('OpenSearch may have several nodes, and none is used unless told', () => {
  expect(readEnvironment({})).toMatchObject({ openSearch: [], searchFallback: 'postgresql' });
  expect(readEnvironment({ OPENSEARCH_URL: ' http://a:9200 https://user:word@b ' }).openSearch).toEqual([
    'http://a:9200',
    'https://user:word@b',
  ]);
});

test('logs are objects with a line for each request, without addresses, and metrics are off', () => {
  expect(readEnvironment({})).toMatchObject({ logFormat: 'json', logRequests: true, logAddresses: false });
  expect(readEnvironment({}).metricsPort).toBeUndefined();
  expect(readEnvironment({ LOG_REQUESTS: '0', LOG_ADDRESSES: 'on', METRICS_PORT: '9464' })).toMatchObject({
    ...{ logRequests: false, logAddresses: true, metricsPort: 9464, metricsHost: '127.0.0.1' },
  });
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
  [{ OPENSEARCH_URL: 'search:9200' }, /OPENSEARCH_URL is "search:9200": give the addresses of nodes/],
  [{ OPENSEARCH_INDEX: 'Gong*' }, /OPENSEARCH_INDEX is "Gong\*": give small letters/],
  [{ SEARCH_FALLBACK: 'yes' }, /SEARCH_FALLBACK is "yes": give postgresql or none/],
  [{ HOST: 'http://a' }, /HOST is "http:\/\/a": .*HOST=0.0.0.0/],
  [{ DRAIN_SECONDS: '-1' }, /DRAIN_SECONDS is "-1": give seconds/],
  [{ DATABASE_WAIT: 'long' }, /DATABASE_WAIT is "long": give seconds/],
  [{ MIGRATE: 'yes' }, /MIGRATE is "yes": write MIGRATE=1/],
  [{ SITE_URL: 'gongbao.cn' }, /SITE_URL is "gongbao.cn": .*http/],
  [{ CORRECTIONS_EMAIL: 'nobody' }, /CORRECTIONS_EMAIL/],
  [{ LOG_FORMAT: 'xml' }, /LOG_FORMAT is "xml": give json or text/],
  [{ LOG_LEVEL: 'all' }, /LOG_LEVEL is "all": give debug/],
  [{ LOG_REQUESTS: 'some' }, /LOG_REQUESTS is "some": give 1/],
  [{ METRICS_PORT: '99999' }, /METRICS_PORT is "99999": give a free port/],
  [{ METRICS_HOST: 'a b' }, /METRICS_HOST is "a b": give an address/],
  [{ SLOW_SEARCH_MS: '-1' }, /SLOW_SEARCH_MS is "-1": give the milliseconds/],
  [{ PORT: '0', SITE_URL: 'x' }, /PORT[^]*SITE_URL/],
])('%j is refused with a word on what to write', (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message);
});

test('the portal listens on this machine alone until somebody says otherwise', () => {
  expect(readEnvironment({}).host).toBe('127.0.0.1');
  for (const host of ['0.0.0.0', '::', '192.0.2.7', 'localhost', 'gongbao.example.gov.cn'])
    expect(readEnvironment({ HOST: host }).host).toBe(host);
});

test('every setting is named', () => {
  expect(SETTINGS).toEqual(expect.arrayContaining(['DATABASE_URL', 'HOST', 'PORT', 'TRUSTED_PROXIES']));
});

test.each([
  ['postgresql://gongbao:se@cret@db:5432/gongbao', 'postgresql://gongbao:***@db:5432/gongbao'],
  [
    'postgresql://db/gongbao?user=a&password=se%26cret&sslmode=require',
    'postgresql://db/gongbao?user=a&password=***&sslmode=require',
  ],
  ['postgresql//gongbao:secret@db/gongbao', 'postgresql//gongbao:***@db/gongbao'],
  ['gongbao:secret@db', 'gongbao:***@db'],
  ['postgresql://db:5432/gongbao', 'postgresql://db:5432/gongbao'],
  ['https://gongbao.example.gov.cn', 'https://gongbao.example.gov.cn'],
])('of %s no password is shown', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});

test('a connection string that is refused keeps its password', () => {
  expect(() => readEnvironment({ DATABASE_URL: 'mysql://gongbao:secret@db/x' })).toThrow(/mysql:\/\/gongbao:\*\*\*@db/);
});
