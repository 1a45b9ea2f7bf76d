import type { Page } from '@playwright/test';
import { findViolations, look, WCAG } from './support/axe';
import { chooseDisplay } from './support/display';
import { expect, test } from './support/fixtures';

const plan = '/shili/shizhengfa-2023-5';

test(
  'without JavaScript: 大 and 深色 bring the page back larger and dark, and it stays so; 长者模式 and out of it again',
  { tag: '@no-javascript' },
  async ({ page, portal, javaScriptEnabled }) => {
    test.skip(javaScriptEnabled, 'tested with script below');
    await portal.open('/search?q=社区食堂');
    await page.getByText('显示', { exact: true }).click();
    await page.getByRole('button', { name: '大', exact: true }).click();
    await expect(page, 'the very page').toHaveURL('/search?q=社区食堂');
    expect(await sizeOfType(page)).toBe(21);
    await portal.open(plan);
    await page.getByText('显示', { exact: true }).click();
    await page.getByRole('button', { name: '深色' }).click();
    await expect(page).toHaveURL(plan);
    expect(await sizeOfType(page), 'it stays').toBe(21);
    expect(await colourScheme(page)).toBe('dark');

    await page.getByRole('button', { name: '长者模式' }).click();
    await expect(page).toHaveURL(plan);
    expect(await sizeOfType(page)).toBe(24);
    expect(await colourScheme(page), 'strong contrast on white').toBe('light');
    await page.getByRole('button', { name: '退出长者模式' }).click();
    await expect(page).toHaveURL(plan);
    expect(await sizeOfType(page), 'all as before').toBe(21);
  },
);

test('in 长者模式 a table is read row by row on a wide screen too, and the switch leads to the table', async ({
  page,
  portal,
  context,
  baseURL,
}) => {
  await chooseDisplay(context, baseURL, 'elder=on');
  await portal.open('/shili/shizhengfa-2022-8/f1-biao1');
  const head = portal.main.getByRole('columnheader', { name: '工作内容' });
  await expect(head).not.toBeInViewport();
  await portal.main.getByText('按表格看').click();
  await expect(page.getByRole('checkbox', { name: '按表格看' })).toBeChecked();
  await expect(head).toBeVisible();
});

test('with script a choice holds at once, without a reload, and on the next page', async ({ page, portal }) => {
  await lendVoice(page);
  await portal.open(plan);
  await ready(page);
  await page.evaluate(() => (document.body.dataset.same = 'page'));
  await page.getByText('显示', { exact: true }).click();
  const kept = page.waitForResponse('**/display');
  const large = page.getByRole('button', { name: '大', exact: true });
  await large.click();
  await expect(large).toHaveAttribute('aria-pressed', 'true');
  expect(await sizeOfType(page)).toBe(21);
  await expect(page.locator('body')).toHaveAttribute('data-same', 'page');
  expect(await findViolations(look(page).include('.display').withTags(WCAG))).toEqual([]);
  await kept;
  await portal.open('/shili');
  expect(await sizeOfType(page)).toBe(21);
});

test('keys lead to the search box, the contents and the next number; ? lists them; they can be switched off', async ({
  page,
  portal,
}) => {
  await lendVoice(page);
  await portal.open(plan);
  await ready(page);
  await page.keyboard.press('/');
  await expect(portal.searchBox).toBeFocused();
  await page.keyboard.type('t?j/');
  await expect(portal.searchBox, 'in a field keys are letters').toHaveValue('t?j/');

  await portal.heading.click();
  await page.keyboard.press('t');
  await expect(page.getByRole('navigation', { name: '目录' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(portal.main.locator('.prose a:focus')).toBeInViewport();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '键盘说明' });
  await expect(help).toContainText('到检索框');
  expect(await findViolations(look(page).include('dialog').withTags(WCAG))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.getByText('显示', { exact: true }).click();
  await page.getByRole('group', { name: '快捷键' }).getByRole('button', { name: '关' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(portal.searchBox).not.toBeFocused();
  await expect(help).toHaveCount(0);
});

test('朗读 begins at the section in sight, marks the sentence it reads, pauses, goes on, goes back, keeps its speed', async ({
  page,
  portal,
  context,
  baseURL,
}) => {
  await lendVoice(page);
  await chooseDisplay(context, baseURL, 'elder=on');
  await portal.open(`${plan}#a-4.1.7`);
  const bar = page.getByRole('region', { name: '朗读' });
  const said = () => page.evaluate(() => window.said);
  const first = { words: '7，提高保洁水平。', rate: 1 };
  const second = { words: expect.stringContaining('严格执行'), rate: 1 };
  await bar.getByRole('button', { name: '朗读' }).click();
  await expect.poll(said).toEqual([first]);
  await expect.poll(() => markedWords(page)).toBe('7.提高保洁水平。');

  await page.evaluate(() => window.endSentence());
  await expect.poll(said).toEqual([first, second]);
  await expect.poll(() => markedWords(page)).toContain('《示例市城市河道保洁管理办法》');
  await bar.getByRole('button', { name: '暂停' }).click();
  await bar.getByRole('button', { name: '继续' }).click();
  await expect.poll(said, 'the sentence again').toEqual([first, second, second]);
  await bar.getByRole('button', { name: '上一句' }).click();
  await expect.poll(said).toEqual([first, second, second, first]);
  await bar.getByRole('button', { name: '语速' }).click();
  await expect.poll(said).toEqual([first, second, second, first, { ...first, rate: 1.25 }]);
  expect(await findViolations(look(page).include('.listen').withTags(WCAG))).toEqual([]);

  await page.reload();
  await expect(bar.getByRole('button', { name: '语速' })).toHaveText('语速快');
  expect(await said(), 'silent until it is asked').toEqual([]);
});

/** 朗读 is shown as soon as script has taken the page over; before that forms are plain forms. */
const ready = (page: Page) => expect(page.getByRole('button', { name: '朗读' })).toBeVisible();

const sizeOfType = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const colourScheme = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const markedWords = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('aloud') ?? [])].map(String).join(''));

declare global {
  interface Window {
    said: { words: string; rate: number }[];
    endSentence: () => void;
  }
}

/**
 * No browser of a test machine has a voice: `speechSynthesis` alone is stood in for, by one that
 * notes what it is to say and is done when the test says so.
 */
async function lendVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.said = [];
    let current: SpeechSynthesisUtterance | null = null;
    window.endSentence = () => current?.dispatchEvent(new Event('end'));
    const voice = {
      getVoices: () => [{ lang: 'zh-CN' }],
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        window.said.push({ words: utterance.text, rate: utterance.rate });
        utterance.dispatchEvent(new Event('start'));
      },
      cancel() {
        const stopped = current;
        current = null;
        stopped?.dispatchEvent(new Event('end'));
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
  });
}
