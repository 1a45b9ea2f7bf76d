import { engine } from '@/lib/db/search';
import { suggestPlaces } from '@/lib/db/queries/references/suggest-places';
import { respondOr, unavailable } from '@/lib/export/unavailable';

/**
 * Suggestions for the text of the search box, `?q=`, any text: first the place that it names, a
 * section or page. Answers with `suggestionsSchema` (lib/search/suggestions-schema.ts); 503 with
 * none when the database does not answer.
 */
export function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  return respondOr(
    () => unavailable({ suggestions: [] }),
    async () => {
      const [places, others] = await Promise.all([suggestPlaces(typed), engine.suggest(typed)]);
      const known = new Set(places.map(({ href }) => href));
      return Response.json({
        suggestions: [...places, ...others.filter(({ href }) => !known.has(href))].slice(0, LINES),
      });
    },
    'no suggestions',
  );
}

const LINES = 8;
