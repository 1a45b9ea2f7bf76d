import { engine } from '@/lib/db/search';
import { readEnvironment } from '@/lib/env';
import { printTable, tableDisposition } from '@/lib/export/search-table';
import { EXPORT_LIMIT } from '@/lib/search/engine';
import { searchRequest } from '@/lib/search-params';
import { MACHINE_HEADERS, readFilter, refuseSilence } from '@/app/search/machine-answer';

/** All hits of any search, up to EXPORT_LIMIT, as CSV; sent as they are found. */
export async function GET(request: Request): Promise<Response> {
  const filter = readFilter(request);
  const pieces = printTable(engine.listHits(searchRequest(filter), EXPORT_LIMIT), readEnvironment().siteUrl);
  let first: IteratorResult<string, void>;
  try {
    first = await pieces.next();
  } catch (error) {
    return refuseSilence(error);
  }
  return new Response(streamOf(first, pieces), {
    headers: {
      ...MACHINE_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': tableDisposition(filter.q),
    },
  });
}

/** A stream that asks for the next piece when the reader has taken the last one, and stops asking when the reader goes. */
function streamOf(first: IteratorResult<string, void>, pieces: AsyncGenerator<string, void, void>): ReadableStream {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const piece = next ?? (await pieces.next());
      next = undefined;
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
