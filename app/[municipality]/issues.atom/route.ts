import { answerIssues, type FeedContext } from '@/app/feeds/answers';

/** The issues of a municipality that came last, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerIssues('atom', context);
