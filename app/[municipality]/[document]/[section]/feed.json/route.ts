import { answerSection, type FeedContext } from '@/app/feeds/answers';

/** What happens to a section, as JSON Feed. */
export const GET = (
  _request: Request,
  context: FeedContext<'municipality' | 'document' | 'section'>,
): Promise<Response> => answerSection('json', context);
