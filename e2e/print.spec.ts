import { constants, inflateSync } from 'node:zlib';
import { expect, test } from './fixtures';

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

/** Gives the characters that a reader could copy out of a PDF: those its fonts map back to text. */
function listCharacters(pdf: Buffer): Set<string> {
  const characters = new Set<string>();
  for (const stream of pdf.toString('latin1').matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    // Where a stream happens to end in a line break, the pattern takes that for its own.
    const compressed = Buffer.from(stream[1]!, 'latin1');
    const text = inflateSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    // `<0003> <6CB3>`: one glyph; `<0003> <0005> <6CB3>`: a run of glyphs and the character of the first.
    for (const [, from, to, code] of text.matchAll(/^<(\w+)> (?:<(\w+)> )?<(\w{4})>$/gm)) {
      const length = to === undefined ? 1 : parseInt(to, 16) - parseInt(from!, 16) + 1;
      for (let at = 0; at < length; at++) characters.add(String.fromCharCode(parseInt(code!, 16) + at));
    }
  }
  return characters;
}
