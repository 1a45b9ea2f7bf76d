/**
 * Tests whether another site has posted a form.
 * Browsers say so; what says nothing, such as a program, is nobody's page and may post.
 * @param siteUrl the public origin: a proxy may pass the own host on under another name
 */
export function isForeignPost(headers: Headers, siteUrl: string): boolean {
  if (headers.get('sec-fetch-site') === 'cross-site') return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  const own = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim(), new URL(siteUrl).host];
  return host === '' || !own.includes(host);
}
