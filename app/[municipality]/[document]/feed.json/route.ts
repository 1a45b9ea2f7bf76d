import { answerDocument, type FeedContext } from '@/app/feeds/answers';

/** What happens to a document, as JSON Feed. */
export const GET = (_request: Request, context: FeedContext<'municipality' | 'document'>): Promise<Response> =>
  answerDocument('json', context);
