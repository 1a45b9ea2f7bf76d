import type { MetadataRoute } from 'next';
import { siteSettings } from '@/lib/settings/env';
import { searchUrl } from '@/lib/addresses/search-params';
import { sitemapIndexUrl, traditionalUrl } from '@/lib/addresses/urls';

// The origin is a setting of the running portal.
export const dynamic = 'force-dynamic';

/** Allows everything but result lists and data, which are no pages of their own. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: [searchUrl({}), traditionalUrl(searchUrl({})), '/api/'] },
    sitemap: `${siteSettings().siteUrl}${sitemapIndexUrl()}`,
  };
}
