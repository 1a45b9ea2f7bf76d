import type { Alternative, SearchRequest } from '@/lib/search/engine';

export const findAlternatives = (_request: SearchRequest): Promise<Alternative[]> => Promise.resolve([]);
