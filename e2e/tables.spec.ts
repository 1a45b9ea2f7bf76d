import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';
import { findOverflow } from './support/overflow';

const PLAN = '/shili/shizhengfa-2022-8';
const WIDE = '/shili/shizhengfa-2023-5';

test('nothing in the text scrolls up and down by itself', async ({ page, portal }) => {
  for (const address of [PLAN, WIDE, `${PLAN}/f1-biao1`, `${WIDE}/f1-biao1`, '/shili/shizhengfa-2024-1'])
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      await portal.open(address);
      const boxes = await portal.main.locator('*').evaluateAll((all) =>
        all
          .filter((each): each is HTMLElement => each instanceof HTMLElement && !each.closest('nav'))
          .filter((each) => ['auto', 'scroll'].includes(getComputedStyle(each).overflowY))
          .filter(({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 1)
          .map(({ innerText }) => innerText.slice(0, 40)),
      );
      expect(boxes, `${address}, ${width} wide`).toEqual([]);
      expect(await findOverflow(page), `${address}, ${width} wide`).toEqual([]);
    }
});

test('the head of a table stays in sight, also of one that scrolls sideways', async ({ page, portal }) => {
  const headAtTop = () =>
    page.evaluate(() => {
      const table = document.querySelector('main figure table tbody tr:nth-child(3)')!;
      window.scrollBy(0, table.getBoundingClientRect().top - 60);
      return new Promise<string>((resolve) =>
        requestAnimationFrame(() => {
          const bar = document.querySelector('nav[aria-label=阅读位置]')?.getBoundingClientRect().bottom ?? 0;
          const { left } = table.getBoundingClientRect();
          resolve(document.elementFromPoint(Math.max(left, 40) + 12, bar + 14)?.closest('thead')?.textContent ?? '');
        }),
      );
    });
  await page.setViewportSize({ width: 1440, height: 500 });
  await portal.open(`${PLAN}/f1-biao1`);
  await expect.poll(headAtTop).toContain('工作内容');
  await page.setViewportSize({ width: 640, height: 500 });
  await portal.open(`${WIDE}/f1-biao1`);
  await expect(portal.main.locator('figure [aria-hidden] thead')).toHaveCount(1);
  expect(await findViolations(look(page).include('figure').withTags(WCAG)), 'its links are no stops').toEqual([]);
  const frame = portal.main.getByRole('group', { name: '可滚动' });
  await frame.evaluate((box) => (box.scrollLeft = 200));
  const copied = portal.main.locator('figure [aria-hidden]:has(thead)');
  await expect.poll(() => copied.evaluate((box) => box.scrollLeft)).toBe(200);
});

test(
  'on its own page the rows of a table are searched and sorted, and the address keeps it',
  { tag: '@no-javascript' },
  async ({ page, portal }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await portal.open(`${WIDE}/f1-biao1`);
    const rows = portal.main.locator('tbody tr');
    const all = await rows.count();
    const first = portal.main.getByRole('columnheader').first();
    await first.getByRole('link').click();
    await expect(first).toHaveAttribute('aria-sort', 'ascending');
    await first.getByRole('link').click();
    await expect(first).toHaveAttribute('aria-sort', 'descending');
    await expect(page).toHaveURL(/\?by=-1$/);
    const word = (await rows.last().getByRole('cell').nth(1).innerText()).trim();
    await portal.main.getByRole('searchbox', { name: '只看含有这些字的行' }).fill(word);
    await portal.main.getByRole('button', { name: '查找' }).click();
    await expect(page).toHaveURL(/row=.*by=-1$/);
    await expect(portal.main.getByRole('status')).toContainText(`${all} 行中的 ${await rows.count()} 行`);
    for (const row of await rows.all()) await expect(row).toContainText(word);
    await portal.main.getByRole('link', { name: '恢复原表' }).click();
    await expect(rows).toHaveCount(all);
  },
);
