import { expectSearchFeed } from '@/e2e/support/feed';
import { realTest as test } from '@/e2e/support/fixtures';

test('养老: the search is subscribed from its page', ({ page, portal, request }) =>
  expectSearchFeed('养老', { page, portal, request }));
