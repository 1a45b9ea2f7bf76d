import { z } from 'zod';
import { findParameterProblem } from '@/lib/addresses/parameter-problems';
import { DATABASE_SILENT, respondOr, unavailable } from '@/lib/export/unavailable';

/** The JSON of a failed request; `choices` where several documents fit. */
export const problemSchema = z.object({
  /** What is the matter, in one sentence, and what to do. */
  error: z.string(),
  /** The parameter that is wrong, by its name. */
  parameter: z.string().optional(),
  choices: z.array(z.object({ url: z.url(), title: z.string() })).optional(),
});

/** The JSON of a failed request. */
export type Problem = z.output<typeof problemSchema>;

/** Data, a problem with its status, or another address. */
export type DataOutcome =
  { data: object } | { status: 300 | 400 | 404 | 410; problem: Problem } | { location: string; status?: 307 | 308 };

/**
 * Answers with data as JSON, or with 503 where the database does not answer. How answers are kept
 * is said by lib/caching/policies.ts.
 */
export const respondWithJson = (find: () => Promise<DataOutcome>): Promise<Response> =>
  respondOr(
    () => unavailable({ error: DATABASE_SILENT } satisfies Problem, { headers: NOT_INDEXED }),
    async () => {
      const outcome = await find();
      if ('location' in outcome)
        return new Response(null, { status: outcome.status ?? 307, headers: { Location: outcome.location } });
      return 'data' in outcome ? answer(outcome.data, 200) : answer(outcome.problem, outcome.status);
    },
  );

/** Refuses parameters by 400 with the first wrong name. Null where all are right. */
export function refuseParameters(request: Request, rules: Parameters<typeof findParameterProblem>[1]): Response | null {
  const problem = findParameterProblem(new URL(request.url).searchParams, rules);
  return problem && answer(problem satisfies Problem, 400);
}

const NOT_INDEXED = { 'X-Robots-Tag': 'noindex' };

const answer = (body: object, status: number): Response => Response.json(body, { status, headers: NOT_INDEXED });
