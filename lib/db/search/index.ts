import 'server-only';
import type { SearchEngine } from '@/lib/search/engine';
import { outcomeOf, outcomeOfArrivals } from '@/lib/search/shape';
import { findAlternatives } from './results/alternatives';
import { findArrivals } from './results/arrivals';
import { answerSearch } from './results/answer';
import { listHits } from './results/hits';
import { findNumber } from './results/numbers';
import { suggest } from './suggest/suggest';
import { traced } from './trace';

/** The search of the portal, by PostgreSQL (docs/decisions/0009). */
export const engine: SearchEngine = {
  search: traced(answerSearch, outcomeOf),
  listHits,
  findArrivals: traced(findArrivals, outcomeOfArrivals),
  suggest,
  findAlternatives,
  findNumber,
};
