import { addressOfText } from '@/lib/db/queries/references/resolve-text';
import { parseBoxPlace, rawSearchParams, searchUrl } from '@/lib/addresses/search-params';
import { respondOr, unavailable } from '@/lib/export/unavailable';

/** Longest text that is read; a longer one is searched for. */
const LONGEST = 500;

/**
 * Leads to what the text of `?to=` means: a document, its section, the page of a number.
 *
 * Words lead to the search for them. `&at=` names the municipality of 8号文.
 */
export function GET(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const text = (parameters.get('to') ?? '').replace(/\0/g, '').slice(0, LONGEST);
  return respondOr(
    () => unavailable(),
    async () => {
      const address = await addressOfText(text, parseBoxPlace(rawSearchParams(parameters)));
      return new Response(null, {
        status: 307,
        headers: { Location: address ?? searchUrl({ q: text.trim() }), 'X-Robots-Tag': 'noindex' },
      });
    },
  );
}
