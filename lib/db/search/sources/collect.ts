import type { Scope } from '@/lib/db/search/planner/conditions';
import { walkDocuments } from './document-by-document';
import { getFrequencies } from '@/lib/db/search/planner/frequencies';
import type { Hit } from '@/lib/db/search/sql/packed-hits';
import {
  beginningOf,
  commonTo,
  countIn,
  lengthOf,
  periodOf,
  restOf,
  takePeriod,
  type Period,
} from '@/lib/db/search/planner/periods';
import { frequentFirst, makePlan, type Plan } from '@/lib/db/search/planner/plan';
import type { Order } from '@/lib/db/search/planner/order';
import type { Look, PeriodHits } from './look';
import { traceStep } from '@/lib/db/search/trace';
import { lookForSections } from './section-candidates';
import type { MatchConditions } from '@/lib/db/search/planner/match-conditions';

// Figures for one hit of the limit.
/** Where no more candidates are expected, all are read at once, without periods. */
const FEW = 1.5;
/** Candidates that are then read at most; more mean that the estimate was wrong. */
const FEW_LIMIT = 2;
/** Rows with the rarest code, at most: the index goes through all of them. */
const FEW_ROWS = 20;
/** Rows with the rarest code in the first step, at most. */
const FIRST_LIMIT = 4;
/** Candidates of one step, at most; more mean that the estimate was wrong. */
const STEP_LIMIT = 6;

/** A step aims at more hits than are missing, so that mostly no further step is needed. */
const STEP_MARGIN = 1.1;
/** And at no less than this part of the limit, so that not many steps follow. */
const STEP_LEAST = 0.1;
/** The part of its days to which a step with too many candidates is cut. */
const SMALLER = 1 / 8;
/**
 * How many times more rows a step may take than the one before: one that found next to nothing may
 * have been on days on which nothing was published.
 */
const STEP_GROWTH = 4;
/** The estimate counts as much as so many candidates that were read. */
const EXPECTATION = 20;

/**
 * Finds sections in the order of their documents' days, then documents, then positions.
 *
 * They come in batches, so that the caller may stop. Both ways find the same (docs/decisions/0009):
 * through the index on grams, by periods; or, where conditions leave few documents, through these.
 * @param limit hits at most
 */
export async function* collectHits(conditions: MatchConditions, limit: number): AsyncGenerator<Hit[]> {
  const { words, scope, target, order } = conditions;
  const frequencies = await getFrequencies();
  const plan = makePlan(words, scope, target, frequencies);
  const asked = { ...conditions, words: frequentFirst(words, scope.scheme, target, frequencies) };
  if (plan.arms.length === 0 || scope.narrow) yield await walkDocuments(asked, limit);
  else yield* byPeriods(plan, scope, order, limit, (...step) => lookForSections(asked, plan.arms, ...step));
}

/**
 * Finds hits through an index, one period after the other, until there are enough.
 *
 * Each period is as long as should give the hits that are missing. A candidate costs a page of the
 * table, because archives are ingested city by city and the rows of a month lie far apart; so no
 * more are read than necessary. Few candidates are read at once, without periods.
 */
export async function* byPeriods<Hit>(
  plan: Plan,
  { from, to, heldPeriod }: Pick<Scope, 'from' | 'to' | 'heldPeriod'>,
  order: Order,
  limit: number,
  look: Look<Hit>,
): AsyncGenerator<Hit[]> {
  let { rate, worth } = plan;
  const candidateLimit = STEP_LIMIT * limit;
  let left: Period | null = periodOf(from, to);
  const isFew = plan.rows * plan.rate <= FEW * limit && plan.rows * plan.most <= FEW_ROWS * limit;
  if (!isFew) left = commonTo(left, await heldPeriod());
  else {
    const whole = await look(left, limit, FEW_LIMIT * limit);
    if (whole) {
      traceStep('periods', whole.hits.length, whole.candidates);
      yield whole.hits;
      return;
    }
    left = commonTo(left, await heldPeriod());
  }
  const rowsOfMonth = (month: number): number => plan.rows * plan.shareOfMonth(month);
  for (let count = 0, rows = 0, candidates = 0; left && count < limit;) {
    const aimed = (STEP_MARGIN * (limit - count) + STEP_LEAST * limit) / worth;
    const most: number = rows === 0 ? (FIRST_LIMIT * limit) / plan.most : candidateLimit / 2 / rate;
    let period = takePeriod(left, order, rowsOfMonth, Math.min(aimed / rate, most));
    let step: PeriodHits<Hit> | null;
    while (!(step = await look(period, limit - count, lengthOf(period) === 1 ? null : candidateLimit)))
      period = beginningOf(period, order, Math.ceil(lengthOf(period) * SMALLER));
    traceStep('periods', step.hits.length, step.candidates);
    if (step.hits.length > 0) yield step.hits;
    count += step.hits.length;
    candidates += step.candidates;
    rows += countIn(period, rowsOfMonth);
    const measured = (candidates + EXPECTATION) / (rows + EXPECTATION / plan.rate);
    rate = Math.max(rate / STEP_GROWTH, Math.min(1, measured));
    worth = Math.min(1, (count + EXPECTATION * plan.worth) / (candidates + EXPECTATION));
    left = restOf(left, period, order);
  }
}
