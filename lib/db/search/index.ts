import 'server-only';
import type { SearchEngine } from '@/lib/search/engine';
import { findAlternatives } from './alternatives';
import { answer } from './answer';
import { listHits } from './hits';
import { suggest } from './suggest';

/** The search of the portal, by PostgreSQL (docs/decisions/0009). Everything about SQL for searching stands in this folder. */
export const engine: SearchEngine = { search: answer, listHits, suggest, findAlternatives };
