/** What the ledger tells programs of a place; see lib/db/queries/ledger/tell-place.ts. */
type News = { location: string; status: 308 } | { error: string; status: 410 } | null;

/**
 * Answers with what the ledger tells where nothing is held.
 * @param missing the answer where it tells nothing
 * @param tell asked only where that is a 404
 */
export async function respondWithNews(missing: Response, tell: () => Promise<News>): Promise<Response> {
  if (missing.status !== 404) return missing;
  const news = await tell();
  if (!news) return missing;
  await missing.body?.cancel();
  if ('location' in news) return new Response(null, { status: news.status, headers: { Location: news.location } });
  return Response.json({ error: news.error }, { status: news.status, headers: { 'X-Robots-Tag': 'noindex' } });
}
