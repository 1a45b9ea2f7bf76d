import type { MetadataRoute } from 'next';
import { siteSettings } from '@/lib/settings/env';
import { sitemapIndexUrl } from '@/lib/addresses/urls';

// The origin is a setting of the running portal.
export const dynamic = 'force-dynamic';

/** Everything may be read; result lists and files are no pages of their own. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/search', '/zh-hant/search', '/api/'] },
    sitemap: `${siteSettings().siteUrl}${sitemapIndexUrl()}`,
  };
}
