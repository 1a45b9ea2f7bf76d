import { answerPlace, type FeedContext } from '@/app/feeds/answers';

/** What came last to a municipality, as JSON Feed. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerPlace('json', context);
