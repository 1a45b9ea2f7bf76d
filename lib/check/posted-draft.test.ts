import { expect, test } from 'vitest';
import { readPostedDraft } from './posted-draft';

const post = (body: BodyInit | null, type?: string) =>
  readPostedDraft(
    new Request('http://portal/check', {
      method: 'POST',
      body,
      ...(type !== undefined && { headers: { 'content-type': type } }),
    }),
  );
const formOf = (draft: string | Blob): FormData => {
  const form = new FormData();
  form.set('draft', draft);
  return form;
};
const MULTIPART = 'multipart/form-data; boundary=abc';
const head = '--abc\r\nContent-Disposition: form-data; name="draft"\r\n\r\n';

test('a form of either kind, and a file in place of the field', async () => {
  const draft = '根据《甲》（示政发〔2022〕9号）\n办理 & 100% + 1。';
  const read = { kind: 'read', draft };
  expect(await post(formOf(draft))).toEqual(read);
  expect(await post(new URLSearchParams({ draft }))).toEqual(read);
  expect(await post(formOf(new Blob([draft])))).toEqual(read);
  expect(await post('draft=%E7%94%B2', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8')).toMatchObject({
    draft: '甲',
  });
});

test('line ends are those of the text', async () => {
  expect(await post('draft=a%0D%0Ab%0Dc%0Ad', 'application/x-www-form-urlencoded')).toEqual({
    kind: 'read',
    draft: 'a\nb\nc\nd',
  });
});

test('a form without the field is an empty draft', async () => {
  expect(await post(new URLSearchParams({ $ACTION_ID_4f: '', '1_draft': '甲' }))).toEqual({ kind: 'read', draft: '' });
});

test.each<[string, BodyInit | null, string | undefined, string]>([
  ['a form that ends too early', `${head}甲乙`, MULTIPART, '甲乙'],
  ['a form with another boundary', `${head}甲乙\r\n--abc--\r\n`, 'multipart/form-data; boundary=xyz', '甲乙'],
  ['a form without a boundary', `${head}甲\r\n乙\r\n--abc--\r\n`, 'multipart/form-data', '甲\n乙'],
  ['a form of one head', '--abc\r\nContent-Disposition: form-data; name="draft"', MULTIPART, ''],
  ['nothing', null, MULTIPART, ''],
  ['plain text of a form', 'draft=甲乙\r\n', 'text/plain', '甲乙'],
  ['plain text', '甲乙', 'text/plain;charset=UTF-8', '甲乙'],
  ['JSON', '{"draft":"甲"}', 'application/json', ''],
  ['half a character', new Uint8Array([0xe7, 0x94]), 'text/plain', '\ufffd'],
  ['a type that only begins so', 'draft=甲', 'multipart/form-database', ''],
])('%s cannot be read, and gives back what there is', async (_, body, type, draft) => {
  expect(await post(body, type)).toEqual({ kind: 'unreadable', draft });
});

test('what has no type and no body', async () => {
  expect(await readPostedDraft({ headers: new Headers(), body: null })).toEqual({ kind: 'unreadable', draft: '' });
});

test('no more than 4 MB are read', async () => {
  let given = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      given += 2 ** 16;
      controller.enqueue(new Uint8Array(2 ** 16));
    },
  });
  const headers = new Headers({ 'content-type': MULTIPART });
  expect(await readPostedDraft({ headers, body })).toEqual({ kind: 'tooLarge', draft: '' });
  expect(given).toBeLessThan(5 * 2 ** 20);
});

test('a connection that breaks', async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new Error('aborted')),
  });
  expect(await readPostedDraft({ headers: new Headers(), body })).toEqual({ kind: 'unreadable', draft: '' });
});
