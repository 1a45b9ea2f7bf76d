import { expect, test } from './support/fixtures';

/** What nobody types by accident: name and text. */
const hostile: [string, string][] = [
  ['nothing', ''],
  ['blanks', ' \t\u3000\u00a0 '],
  ['a percent sign', '%'],
  ['an underline', '_'],
  ['a backslash', '\\'],
  ['one quotation mark', "'"],
  ['an open phrase', '"社区'],
  ['an empty phrase', '""'],
  ['SQL', '\'; DROP TABLE "Document"; --'],
  ['a comment', '/* 社区 */ --'],
  ['operators of tsquery', '社区 & ! ( | <-> :* )'],
  ['a regular expression', '(((((a+)+)+)+)+)$['],
  ['patterns of LIKE', '%_%_%社_%区%'],
  ['control characters', '社\u0000区\u0001\u001b[31m\u007f\u0085食堂'],
  ['a character that is none', '\uffff\ufffe\u{10ffff}'],
  ['marks that turn the direction', '\u202e社区\u202c\u200b\u200d'],
  ['emoji', '👨‍👩‍👧‍👦🏳️‍🌈社区🇨🇳'],
  ['accents without end', `社${'\u0301'.repeat(500)}`],
  ['10,000 letters', 'a'.repeat(10_000)],
  ['10,000 Chinese characters', '社'.repeat(10_000)],
  ['2,000 words', '社 '.repeat(1_000)],
  ['a thousand brackets', '〔'.repeat(1_000)],
  ['a number without end', `示政发〔2022〕${'9'.repeat(500)}号`],
  ['a year without end', `示政发〔${'2'.repeat(300)}〕1号`],
];

/** Bytes that are no text: halves of surrogate pairs, sequences cut short, zeros. */
const malformed = ['%ED%A0%80', '%ED%BF%BF', '%E6%9C', '%FF', '%C0%80', '%', '%zz', '%00', 'a%00b', '%F4%90%80%80'];

for (const [name, text] of hostile) {
  test(`${name}: search and number pages answer, and not with an error of the server`, async ({ request }) => {
    const encoded = encodeURIComponent(text);
    for (const address of [
      `/search?q=${encoded}`,
      `/search?q=社区&municipality=${encoded}&from=${encoded}&page=${encoded}`,
      `/search?agency=${encoded}&genre=${encoded}&issue=${encoded}&place=${encoded}&sort=${encoded}`,
      `/search.atom?q=${encoded}`,
      `/search.csv?q=${encoded}`,
      `/shili/agency.atom?name=${encoded}`,
      `/api/v1/search?q=${encoded}`,
      `/wenhao/${encoded}`,
    ]) {
      const response = await request.get(address);
      expect.soft(response.status(), address.slice(0, 100)).toBeLessThan(500);
    }
  });
}

for (const bytes of malformed) {
  test(`${bytes}: no page answers with an error of the server`, async ({ request }) => {
    for (const address of [
      `/search?q=${bytes}`,
      `/search.atom?q=${bytes}`,
      `/search.csv?q=${bytes}`,
      `/shili/agency.json?name=${bytes}`,
      `/shili/${bytes}/feed.atom`,
      `/api/v1/search?q=${bytes}&agency=${bytes}`,
      `/wenhao/${bytes}`,
      `/${bytes}`,
      `/shili/${bytes}`,
      `/shili/issues/${bytes}/1`,
      `/shili/issues/2023/${bytes}`,
      `/shili/shizhengfa-2023-2/${bytes}`,
      `/shili/shizhengfa-2023-2?cited=${bytes}`,
      `/shili?page=${bytes}`,
    ]) {
      const response = await request.get(address);
      expect.soft(response.status(), address).toBeLessThan(500);
    }
  });
}

test('numbers that no list has do not break a page', async ({ request }) => {
  for (const value of ['0', '-1', '1.5', '1e9', '99999999999999999999', 'NaN', 'Infinity', '１']) {
    for (const address of [
      `/search?q=社区&page=${value}&from=${value}&to=${value}`,
      `/api/v1/search?q=社区&page=${value}&to=${value}`,
      `/shili?page=${value}`,
      `/shili/shizhengfa-2022-8?cited=${value}`,
      `/shili/issues/2023/${value}`,
      `/shili/issues/${value}/1`,
    ]) {
      const response = await request.get(address);
      expect.soft(response.status(), address).toBeLessThan(500);
    }
  }
});

test('what is typed is shown as text and not obeyed', async ({ page, portal }) => {
  const script = '<img src=/nosuch onerror="document.title=1"><b>社区</b>';
  await portal.openHome();
  await portal.search(script);
  await expect(portal.main).toContainText(script);
  await expect(portal.searchBox).toHaveValue(script);
  await expect(page).toHaveTitle(/检索/);
});
