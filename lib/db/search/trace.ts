import { AsyncLocalStorage } from 'node:async_hooks';
import type { SearchRequest } from '@/lib/search/engine';
import { log } from '@/lib/logging/log';
import { meters } from '@/lib/metrics/meters';
import { readEnvironment } from '@/lib/settings/env';
import { shapeOf, type SearchShape } from '@/lib/search/shape';

/**
 * How a search proceeded: through grams by periods, document by document, by the citations of a
 * number, or through an index outside the database.
 */
type TracedPlan = 'periods' | 'documents' | 'citations' | 'index';

/** What a search has done so far. */
interface Trace {
  plans: Set<TracedPlan>;
  /** Statements that looked for hits. */
  steps: number;
  /** Rows among which they were looked for. */
  candidates: number;
  hits: number;
}

const current = new AsyncLocalStorage<Trace>();

/** Notes a step of the search that is being answered. */
export function traceStep(plan: TracedPlan, hits: number, candidates = hits): void {
  const trace = current.getStore();
  if (!trace) return;
  trace.plans.add(plan);
  trace.steps += 1;
  trace.candidates += candidates;
  trace.hits += hits;
}

let slowFrom: number | undefined;

/**
 * Makes a search that is counted by its shape, and logged where it was slow. Nothing of its words
 * is kept.
 * @param outcome how it ended; takes null for one that threw
 */
export const traced =
  <Answer, Rest extends unknown[]>(
    search: (request: SearchRequest, ...rest: Rest) => Promise<Answer>,
    outcome: (answer: Answer | null) => string,
  ) =>
  async (request: SearchRequest, ...rest: Rest): Promise<Answer> => {
    const trace: Trace = { plans: new Set(), steps: 0, candidates: 0, hits: 0 };
    const began = performance.now();
    let answer: Answer | null = null;
    try {
      return (answer = await current.run(trace, () => search(request, ...rest)));
    } finally {
      tell(shapeOf(request), outcome(answer), trace, performance.now() - began);
    }
  };

function tell(shape: SearchShape, outcome: string, { plans, ...counts }: Trace, ms: number): void {
  const sink = meters();
  sink?.count('gongbao_searches_total', {
    shape: shape.kind,
    filtered: shape.filters.length > 0 ? 'yes' : 'no',
    outcome,
  });
  sink?.observe('gongbao_search_seconds', { shape: shape.kind }, ms / 1000);
  slowFrom ??= readEnvironment().slowSearch;
  if (slowFrom === 0 || ms < slowFrom) return;
  log('slow search', { ms: Math.round(ms), search: { ...shape, outcome, plan: [...plans].join('+'), ...counts } });
}
