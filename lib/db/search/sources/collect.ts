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
import { makePlan, type Plan } from '@/lib/db/search/planner/plan';
import type { Order } from '@/lib/db/search/planner/order';
import type { Look, PeriodHits } from './look';
import { lookForSections } from './section-candidates';
import type { MatchConditions } from '@/lib/db/search/planner/match-conditions';

/**
 * So many candidates for a hit that is wanted are few: where no more are expected they are met at
 * once, wherever they lie, unless there turn out to be more than the second figure. The index goes
 * through all rows of the rarest code for them: no more than the third.
 */
const FEW = 1.5;
const FEW_LIMIT = 2;
const FEW_HELD = 20;
/** Of the first step by date there are no more than this, whatever was expected. */
const FIRST_LIMIT = 4;
/** Candidates of one step for a hit that is wanted, at most; more mean that the guess was wrong. */
const STEP_LIMIT = 6;
/**
 * A step is to give somewhat more than what is still wanted, or another one follows; and never so
 * few that many follow.
 */
const STEP_MARGIN = 1.1;
const STEP_LEAST = 0.1;
/** Where a step has too many candidates, this part of its days is looked at instead. */
const SMALLER = 1 / 8;
/**
 * A step that found next to nothing met days on which nobody published: the next one takes so many
 * times the rows at most.
 */
const STEP_GROWTH = 4;
/** What was expected weighs as much as so many candidates that were met. */
const EXPECTATION = 20;

/**
 * Gives the hits in the order of their documents' days, then documents, then sections, at most
 * `limit`; in batches, so that the caller may stop. All ways give the same (docs/decisions/0009):
 * through the index on grams, by periods; or, where conditions leave few documents, through these.
 */
export async function* collectHits(wanted: MatchConditions, limit: number): AsyncGenerator<Hit[]> {
  const { words, scope, target, order } = wanted;
  const plan = makePlan(words, scope.codes, target, await getFrequencies());
  if (plan.codes.length === 0 || scope.narrow) yield await walkDocuments(wanted, limit);
  else yield* byPeriods(plan, scope, order, limit, (...step) => lookForSections(wanted, plan.codes, ...step));
}

/**
 * Through the index, one period after the other: each as long as should give what is still wanted.
 * A candidate costs a page of the table, because archives are taken over city by city and the rows
 * of one month lie far apart; so no more are met than need be. Few candidates are met at once.
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
  const isFew = plan.rows * plan.rate <= FEW * limit && plan.rows * plan.most <= FEW_HELD * limit;
  if (!isFew) left = commonTo(left, await heldPeriod());
  else {
    const found = await look(left, limit, FEW_LIMIT * limit);
    if (found) {
      yield found.hits;
      return;
    }
    left = commonTo(left, await heldPeriod());
  }
  const rowsOfMonth = (month: number): number => plan.rows * plan.shareOfMonth(month);
  for (let count = 0, rows = 0, candidates = 0; left && count < limit;) {
    const wanted = (STEP_MARGIN * (limit - count) + STEP_LEAST * limit) / worth;
    const most: number = rows === 0 ? (FIRST_LIMIT * limit) / plan.most : candidateLimit / 2 / rate;
    let period = takePeriod(left, order, rowsOfMonth, Math.min(wanted / rate, most));
    let found: PeriodHits<Hit> | null;
    while (!(found = await look(period, limit - count, lengthOf(period) === 1 ? null : candidateLimit)))
      period = beginningOf(period, order, Math.ceil(lengthOf(period) * SMALLER));
    if (found.hits.length > 0) yield found.hits;
    count += found.hits.length;
    candidates += found.candidates;
    rows += countIn(period, rowsOfMonth);
    const met = (candidates + EXPECTATION) / (rows + EXPECTATION / plan.rate);
    rate = Math.max(rate / STEP_GROWTH, Math.min(1, met));
    worth = Math.min(1, (count + EXPECTATION * plan.worth) / (candidates + EXPECTATION));
    left = restOf(left, period, order);
  }
}
