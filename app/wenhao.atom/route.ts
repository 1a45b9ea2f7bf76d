import { answerNumber } from '@/app/feeds/answers';

/** What happens to a number, as Atom. */
export const GET = (request: Request): Promise<Response> => answerNumber('atom', request);
