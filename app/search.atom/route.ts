import { answerSearch } from '@/app/feeds/answers';

/** What any search finds, the last arrivals first, as Atom. */
export const GET = (request: Request): Promise<Response> => answerSearch('atom', request);
