import { answerAgency, type FeedContext } from '@/app/feeds/answers';

/** What came last of an agency, as Atom. */
export const GET = (request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerAgency('atom', request, context);
