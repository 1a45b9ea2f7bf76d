import { realTest as test } from '@/e2e/support/fixtures';
import { kindsOfRealPages } from '@/e2e/support/pages';
import { expectOwnTitles, expectWellBuilt } from '@/e2e/support/well-built';

for (const kind of kindsOfRealPages) {
  test(
    `${kind.name}: well built, WCAG 2.2 A and AA in light and in dark, no scrolling sideways`,
    { tag: '@phone' },
    ({ page, portal, isMobile }) => expectWellBuilt(kind, { page, portal, isMobile }),
  );
}

test('two pages never share a title', ({ request }) => expectOwnTitles(kindsOfRealPages, request));
