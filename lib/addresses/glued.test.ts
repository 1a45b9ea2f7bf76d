import { expect, test } from 'vitest';
import { mendPath } from './glued';

const encoded = (path: string): string => encodeURI(path);

test.each([
  ['/shili/shizhengfa-2023-2。', '/shili/shizhengfa-2023-2'],
  ['/shili/shizhengfa-2023-2）', '/shili/shizhengfa-2023-2'],
  ['/shili/shizhengfa-2023-2，请查收', '/shili/shizhengfa-2023-2'],
  ['/shili/shizhengfa-2023-2.', '/shili/shizhengfa-2023-2'],
  ['/SHILI/shizhengfa-2023-2', '/shili/shizhengfa-2023-2'],
  ['/shili/shizhengfa-2023-2/a-1.2。', '/shili/shizhengfa-2023-2/a-1.2'],
  ['/shili/shizhengfa-2023-2（见附件）/a-1', '/shili/shizhengfa-2023-2'],
  ['/shili/issues/2023/2；', '/shili/issues/2023/2'],
  ['/shili。', '/shili'],
])('%s is %s', (path, mended) => expect(mendPath(encoded(path))).toBe(mended));

test('what was encoded twice is decoded', () => {
  const twice = encodeURIComponent(encodeURIComponent('示政发〔2023〕2号'));
  expect(mendPath(`/wenhao/${twice}`)).toBe(`/wenhao/${encodeURIComponent('示政发〔2023〕2号')}`);
});

test.each([
  '/',
  '/shili/shizhengfa-2023-2',
  '/shili/shizhengfa-2023-2/a-1.2',
  '/shili/shizhengfa-2023-2/versions/1..2',
  '/shili/%E7%A4%BA%E6%94%BF%E5%8F%91%E3%80%942023%E3%80%952%E5%8F%B7',
  '/api/v1/documents/shili/nothing。',
  '/%',
  '/%73earch',
  '/wenhao/%e7%a4%ba%e6%94%bf%e5%8f%91(2023)2号',
  '/a%2Fb/c',
])('%s stays as it is', (path) => expect(mendPath(path)).toBeNull());
