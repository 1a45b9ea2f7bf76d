import { test } from './support/fixtures';
import { kindsOfPages } from './support/pages';
import { expectOwnTitles, expectWellBuilt } from './support/well-built';

for (const kind of kindsOfPages) {
  test(
    `${kind.name}: well built, WCAG 2.2 A and AA in light and in dark, no scrolling sideways`,
    { tag: '@phone' },
    ({ page, portal, isMobile }) => expectWellBuilt(kind, { page, portal, isMobile }),
  );
}

test('two pages never share a title', ({ request }) => expectOwnTitles(kindsOfPages, request));
