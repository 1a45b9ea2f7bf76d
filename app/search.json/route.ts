import { answerSearch } from '@/app/feeds/answers';

/** What any search finds, the last arrivals first, as JSON Feed. */
export const GET = (request: Request): Promise<Response> => answerSearch('json', request);
