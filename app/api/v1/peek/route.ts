import { getPeek } from '@/lib/db/queries/documents/peek';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { peekTargetSchema } from '@/lib/views/document/peek';

/**
 * Answers with `peekAnswerSchema` for the link `?of=`, any text. `peek` is null where there is
 * nothing to show; 503 when the database does not answer.
 */
export function GET(request: Request): Promise<Response> {
  const target = peekTargetSchema.parse(new URL(request.url).searchParams.get('of'));
  return respondOr(
    () => unavailable({ peek: null }),
    async () => {
      const peek = target && (await getPeek(target));
      return Response.json({ peek });
    },
    'no peek',
  );
}
