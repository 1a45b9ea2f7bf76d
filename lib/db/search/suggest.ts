import type { Suggestion } from '@/lib/search/engine';

export const suggest = (_typed: string): Promise<Suggestion[]> => Promise.resolve([]);
