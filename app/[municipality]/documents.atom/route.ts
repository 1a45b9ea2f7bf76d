import { answerPlace, type FeedContext } from '@/app/feeds/answers';

/** What came last to a municipality, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerPlace('atom', context);
