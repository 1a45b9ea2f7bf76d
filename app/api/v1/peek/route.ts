import { getPeek } from '@/lib/db/queries/documents/peek';
import { peekTargetSchema } from '@/lib/views/document/peek';

/**
 * What the link `?of=` (an address of this portal, any text) leads to, in short. Answers with
 * `peekAnswerSchema` (lib/peek.ts), `peek` null where there is nothing to tell; 503 when the
 * database does not answer.
 */
export async function GET(request: Request): Promise<Response> {
  const target = peekTargetSchema.parse(new URL(request.url).searchParams.get('of'));
  try {
    const peek = target && (await getPeek(target));
    return Response.json({ peek }, { headers: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' } });
  } catch (error) {
    console.error('No peek.', error);
    return Response.json({ peek: null }, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}
