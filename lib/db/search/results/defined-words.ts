import type { SearchRequest } from '@/lib/search/engine';
import type { DefinedWords } from '@/lib/search/synonyms/expand';
import { addDefined, listOpen } from '@/lib/search/synonyms/other-words';
import { query } from '@/lib/db/search/sql/pool';

// A short form for which documents define different names stands for none of them.
const DEFINED = `
  SELECT defined.key AS short, min(defined.value) AS name
  FROM "Document", jsonb_each_text("definedWords") defined
  WHERE "definedWords" ?| $1::text[] AND defined.key = ANY($1::text[])
  GROUP BY 1 HAVING count(DISTINCT defined.value) = 1`;

/** Adds the names that held documents define for the words of a search. */
export async function withDefinedWords(
  request: SearchRequest,
): Promise<{ request: SearchRequest; defined: DefinedWords }> {
  const words = listOpen(request.query).map(({ typed }) => typed[0]!);
  if (words.length === 0) return { request, defined: new Map() };
  const rows = await query<{ short: string; name: string }>('defined-words', DEFINED, [words]);
  const defined = new Map(rows.map(({ short, name }) => [short, name]));
  return { request: defined.size === 0 ? request : { ...request, query: addDefined(request.query, defined) }, defined };
}
