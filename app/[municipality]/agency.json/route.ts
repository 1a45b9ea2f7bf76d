import { answerAgency, type FeedContext } from '@/app/feeds/answers';

/** What came last of an agency, as JSON Feed. */
export const GET = (request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerAgency('json', request, context);
