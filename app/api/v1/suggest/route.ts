import { engine } from '@/lib/db/search';

/**
 * What the reader may be typing: `?q=` is the text of the search box, any text. Answers with
 * `suggestionsSchema` (lib/search/suggestions-schema.ts); 503 with none when the database does not
 * answer.
 */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  try {
    const suggestions = await engine.suggest(typed);
    return Response.json({ suggestions }, { headers: { 'Cache-Control': 'private, max-age=60' } });
  } catch (error) {
    console.error('No suggestions.', error);
    return Response.json({ suggestions: [] }, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}
