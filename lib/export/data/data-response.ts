import { z } from 'zod';

/** What is said where there are no data to give; `choices` where several documents fit. */
export const problemSchema = z.object({
  /** What is the matter, in one sentence, and what to do. */
  error: z.string(),
  choices: z.array(z.object({ url: z.url(), title: z.string() })).optional(),
});
export type Problem = z.output<typeof problemSchema>;

/** Data, a problem with its status, or another address. */
export type DataOutcome = { data: object } | { status: 300 | 400 | 404; problem: Problem } | { location: string };

/**
 * Takes what finds the answer; gives it as JSON. 503 where the database does not answer. What was
 * ingested a second ago is in it.
 */
export async function respondWithJson(find: () => Promise<DataOutcome>): Promise<Response> {
  try {
    const outcome = await find();
    if ('location' in outcome) return new Response(null, { status: 307, headers: { Location: outcome.location } });
    return 'data' in outcome ? answer(outcome.data, 200) : answer(outcome.problem, outcome.status);
  } catch (error) {
    console.error('The database did not answer.', error);
    const problem: Problem = { error: '资料库没有应答，请过一会儿再试。' };
    return answer(problem, 503, { 'Retry-After': '30' });
  }
}

const answer = (body: object, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex', ...headers } });
