import 'server-only';
import type { SearchEngine } from '@/lib/search/engine';
import { findAlternatives } from './results/alternatives';
import { findArrivals } from './results/arrivals';
import { answerSearch } from './results/answer';
import { listHits } from './results/hits';
import { findNumber } from './results/numbers';
import { suggest } from './suggest/suggest';
import { traced } from './trace';

/** The search of the portal, by PostgreSQL (docs/decisions/0009). */
export const engine: SearchEngine = {
  search: traced(answerSearch),
  listHits,
  findArrivals,
  suggest,
  findAlternatives,
  findNumber,
};
