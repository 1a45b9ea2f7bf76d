import { engine } from '@/lib/db/search';
import { respondOr, unavailable } from '@/lib/export/unavailable';

/**
 * Suggestions for the text of the search box, `?q=`, any text. Answers with `suggestionsSchema`
 * (lib/search/suggestions-schema.ts); 503 with none when the database does not answer.
 */
export function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  return respondOr(
    () => unavailable({ suggestions: [] }),
    async () => Response.json({ suggestions: await engine.suggest(typed) }),
    'no suggestions',
  );
}
