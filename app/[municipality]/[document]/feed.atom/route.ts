import { answerDocument, type FeedContext } from '@/app/feeds/answers';

/** What happens to a document, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality' | 'document'>): Promise<Response> =>
  answerDocument('atom', context);
