import { expect, test } from './support/fixtures';
import { findViolations, look, WCAG } from './support/axe';
import { findOverflow } from './support/overflow';

// Every node kind and component state. The pictures lie beside the results, for whoever changes how
// something looks.
test('every specimen is shown, and photographed', { tag: '@phone' }, async ({ page, portal }, testInfo) => {
  await portal.open('/dev/specimens');
  const specimens = page.locator('[data-specimen]');
  const empty = await specimens.evaluateAll((all) =>
    all.filter((each) => each.children[1]?.textContent === '').map((each) => each.getAttribute('data-specimen')),
  );
  // What a word processor left in a text is kept, and not shown.
  expect(empty).toEqual(['block-residue']);
  expect(await specimens.count()).toBeGreaterThan(60);
  expect.soft(await findOverflow(page), 'scrolls sideways').toEqual([]);
  expect.soft(await findViolations(look(page).withTags(WCAG)), 'axe').toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('specimens.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: testInfo.outputPath('specimens-dark.png'), fullPage: true });
});
