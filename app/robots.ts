import type { MetadataRoute } from 'next';

/** Everything may be read; result lists are no pages of their own. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/search' } };
}
