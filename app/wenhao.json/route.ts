import { answerNumber } from '@/app/feeds/answers';

/** What happens to a number, as JSON Feed. */
export const GET = (request: Request): Promise<Response> => answerNumber('json', request);
