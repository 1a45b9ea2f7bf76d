/**
 * Settings of the connections of the search, as their `options`.
 *
 * Statements are prepared and planned once, without their values: planning anew would take longer
 * than most of them run, and how a search proceeds is decided in ../sources/collect.ts. Ways that a
 * plan without values would choose wrongly are off.
 */
export const SEARCH_SETTINGS = [
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'max_parallel_workers_per_gather=0',
  'work_mem=32MB',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
