import { expect, test } from 'vitest';
import { respondWithWanted } from './wanted-table';

test('the wanted list is a table with the filter of its page, which Excel reads', async () => {
  const asked: unknown[] = [];
  // eslint-disable-next-line @typescript-eslint/require-await -- as the database gives them
  const stream = async function* (...given: unknown[]) {
    asked.push(...given);
    yield [
      {
        docNumber: '远政发〔2019〕7号',
        agencyCode: '远政发',
        year: 2019,
        serial: 7,
        documents: 3,
        mentions: 5,
        title: '=1+1',
        newestOn: new Date('2023-03-01'),
      },
    ];
  };
  const request = new Request('http://localhost/wenhao.csv?agency=%E8%BF%9C%E6%94%BF%E5%8F%91&year=2019&page=4');
  const response = await respondWithWanted(stream, request, 'https://gongbao.example');
  expect(asked[0]).toMatchObject({ agency: '远政发', year: 2019 });
  expect(decodeURIComponent(response.headers.get('Content-Disposition') ?? '')).toContain('待补文件-远政发 2019.csv');
  const body = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(body).toMatch(/^\ufeff文号,/);
  expect(body).toContain("远政发〔2019〕7号,远政发,2019,7,'=1+1,3,5,2023-03-01,https://gongbao.example/wenhao/%E8");
});
