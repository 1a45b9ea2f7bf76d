import { constants, inflateSync } from 'node:zlib';
import { expect, test } from './support/fixtures';

test('a document prints as text on A4', async ({ page, portal }) => {
  await portal.open('/shili/shilishirenminzhengfuling-7');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
  expect(Math.round((Number(width) / 72) * 25.4)).toBe(210);
  expect(Math.round((Number(height) / 72) * 25.4)).toBe(297);
  const printed = listCharacters(pdf);
  for (const character of '河道保洁责任按照下列规定确定') expect(printed, character).toContain(character);
});

test('on paper there is the text and nothing that only works on a screen', async ({ page, portal }) => {
  await portal.open('/shili/shizhengfa-2022-8');
  await page.emulateMedia({ media: 'print' });
  await expect(portal.heading).toBeVisible();
  await expect(portal.main.getByText('（此件公开发布）')).toBeVisible();
  await expect(portal.main.getByRole('img', { name: '本页网址的二维码' })).toBeVisible();
  await expect(portal.main.getByRole('region', { name: '下载' })).toBeHidden();
  await expect(portal.searchBox).toBeHidden();
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
});

test('a printed document numbers what it cites, and its notes say what that is, what is known of it and where it is', async ({
  page,
  portal,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await portal.open('/shili/shizhengfa-2022-8');
  const notes = page.locator('.print-notes li');
  await expect(notes).toHaveCount(2);
  await expect(notes.first()).toContainText(/^《.+》（国办发〔2021〕99号）　本站未收录原文/);
  await expect(notes.first()).toContainText(/http:\/\/\S+\/wenhao\/国办发〔2021〕99号$/);
  const marks = await portal.main
    .locator('.cite')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content.replace(/[" ]/g, '')));
  expect(marks).toEqual(['[1]', '[2]']);
  // Dark stays on the screen.
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  const pages = countPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toBeGreaterThanOrEqual(6);
  expect(pages).toBeLessThanOrEqual(11);
});

test('on paper no table is cut to what fits a window', async ({ page, portal }) => {
  await page.emulateMedia({ media: 'print' });
  await portal.open('/shili/shizhengfa-2023-5');
  const heights = await page
    .locator('.tbl.out > .scroll')
    .evaluateAll((frames) => frames.map((frame) => getComputedStyle(frame).maxHeight));
  expect(heights).toEqual(['none']);
});

test('a register prints the list that is shown, with what proves each state', async ({ page, portal }) => {
  await page.emulateMedia({ media: 'print' });
  await portal.open('/shili/validity?tab=repealed');
  await expect(portal.main.getByRole('link', { name: /^已废止/ }).first()).toBeVisible();
  await expect(portal.main.getByRole('navigation', { name: '时效' }).getByRole('listitem')).toHaveCount(1);
  await expect(portal.main.locator('.register blockquote').first()).toBeVisible();
  await expect(portal.main.getByText(/^网址：http:.*tab=repealed/)).toBeVisible();
  await portal.open('/corrections');
  await expect(portal.main.getByText(/^网址：http:.*corrections/)).toBeVisible();
});

test('issues, municipalities, results and numbers say on paper where they are from', async ({ page, portal }) => {
  await page.emulateMedia({ media: 'print' });
  for (const address of ['/shili/issues/2023/2', '/shili', '/search?q=社区食堂', '/wenhao/示政办发〔2020〕33号']) {
    await portal.open(address);
    const source = portal.main.getByText(/^网址：http:.*（\d+年\d+月\d+日）$/);
    await expect(source).toContainText(address.replace(/\?.*/, ''));
    expect(countPages(await page.pdf({ preferCSSPageSize: true })), address).toBeLessThanOrEqual(4);
  }
});

/** Chromium writes one object for each page. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Gives the characters that a reader could copy out of a PDF: those its fonts map back to text. */
function listCharacters(pdf: Buffer): Set<string> {
  const characters = new Set<string>();
  for (const stream of pdf.toString('latin1').matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    // Where a stream happens to end in a line break, the pattern takes that for its own.
    const compressed = Buffer.from(stream[1]!, 'latin1');
    const text = inflateSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    // `<0003> <6CB3>`: one glyph; `<0003> <0005> <6CB3>`: a run of glyphs and the character of the
    // first.
    for (const [, from, to, code] of text.matchAll(/^<(\w+)> (?:<(\w+)> )?<(\w{4})>$/gm)) {
      const length = to === undefined ? 1 : parseInt(to, 16) - parseInt(from!, 16) + 1;
      for (let at = 0; at < length; at++) characters.add(String.fromCharCode(parseInt(code!, 16) + at));
    }
  }
  return characters;
}
